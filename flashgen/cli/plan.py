"""`flashgen plan`: show what the next build would change for learners."""

import sys
from pathlib import Path

import click

from flashgen.cli.commands import example
from flashgen.cli.known import not_behind, not_gone
from flashgen.cli.options import OneOf, loudness, project
from flashgen.cli.progress import progress
from flashgen.cli.report import report
from flashgen.cli.screen import width
from flashgen.pipeline import plans, read_decks
from flashgen.store.files import undo_unfinished


@click.command(epilog=example("flashgen plan --since dist/caesar.apkg"))
@project
@click.option(
    "--format",
    "form",
    type=OneOf(("text", "json", "markdown")),
    default="text",
    help="Output format; markdown makes release notes [default: text]",
)
@click.option("--since", metavar="APKG|REV", help="Compare with a package or a git revision [default: the last build]")
@loudness
def plan(root: Path, names: tuple[str, ...], form: str, since: str | None, quiet: bool) -> None:
    """Show what the next build would change for learners.

    DECK is a folder in decks/; without one, all decks.
    """
    undo_unfinished(root)
    decks, problems = read_decks(root, names, progress(quiet))
    learned = () if since else decks  # --since names what learners have
    not_gone(learned, root, root / "dist")
    if problems:
        report(problems, root)
        raise click.exceptions.Exit(1)
    not_behind(learned, root, root / "dist")
    from flashgen.emit.report.plan import FORMATS

    click.echo(FORMATS[form](plans(decks, root, since), width(sys.stdout)))
