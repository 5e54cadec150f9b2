"""Ask before a build takes something from learners."""

import sys
from collections.abc import Sequence

import click

from flashgen.cli.report import notice
from flashgen.history.release import Release

_NOT_BUILT = "not built: learners would lose what is listed above"
_RESTORE = "restore it, or write `withdrawn: the reason` in the entry"
_ACCEPT = "to release it as it is, build with --accept"


def at_terminal() -> bool:
    """Return whether a person can be asked."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty())


def ask(releases: Sequence[Release]) -> None:
    """Exit if the releases take something from learners, unless the user agrees at a terminal."""
    changed = [release for release in releases if release.changed]
    if not changed:
        return
    from flashgen.history.consent import unasked
    from flashgen.history.plan import plan

    plans = {release.deck.name: unasked(release.deck, plan(release.deck.lock, release.lock)) for release in changed}
    losses = {name: loss for name, loss in plans.items() if loss}
    if not losses:
        return
    from flashgen.emit.report.plan import as_text

    click.echo(as_text(losses), err=True)
    if not at_terminal():
        notice("error", _NOT_BUILT, _RESTORE, _ACCEPT)
        raise click.exceptions.Exit(1)
    if not click.confirm("Learners would lose this. Build anyway?", err=True):
        click.echo("nothing was built", err=True)
        raise click.exceptions.Exit(1)
