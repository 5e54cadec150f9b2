"""Ask before a build takes something from learners."""

import sys
from collections.abc import Mapping, Sequence

import click

from flashgen.cli.report import notice, say
from flashgen.cli.screen import width
from flashgen.emit.report.plan import as_text
from flashgen.history.consent import unasked
from flashgen.history.plan import Plan
from flashgen.history.release import Release

_NOT_BUILT = "not built: learners would lose what is listed above"
_RESTORE = "restore it, or write `withdrawn: the reason` in the entry"
_ACCEPT = "to release it as it is, build with --accept"


def at_terminal() -> bool:
    """Return whether a person can be asked."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty())


def ask(releases: Sequence[Release], plans: Mapping[str, Plan]) -> None:
    """Exit if the releases, whose plans are given by deck, take something from learners, unless the user agrees."""
    changed = [release.deck for release in releases if release.deck.name in plans]
    losses = {deck.name: loss for deck in changed if (loss := unasked(deck, plans[deck.name]))}
    if not losses:
        return
    say(as_text(losses, width()), "")
    if not at_terminal():
        notice("error", _NOT_BUILT, _RESTORE, _ACCEPT)
        raise click.exceptions.Exit(1)
    if not click.confirm("Learners would lose this. Build anyway?", err=True):
        click.echo("nothing was built", err=True)
        raise click.exceptions.Exit(1)
