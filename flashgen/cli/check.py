"""`flashgen check`: what is wrong in the author's files."""

from pathlib import Path

import click

from flashgen.cli.options import loudness, project
from flashgen.cli.progress import Progress
from flashgen.cli.report import report
from flashgen.emit.place import mend
from flashgen.pipeline import read_decks


@click.command()
@project
@click.option(
    "--text",
    metavar="PATH",
    type=click.Path(exists=True, path_type=Path),
    help="Your copy of the source, to compare with: a PDF, or a folder with a text for each page.",
)
@loudness
def check(root: Path, names: tuple[str, ...], text: Path | None, quiet: bool) -> None:
    """Print every problem in the files of the named decks, or of all."""
    mend(root)
    decks, problems = read_decks(root, names, Progress("checking", quiet).watch, text=text)
    if problems:
        report(problems, root)
        raise click.exceptions.Exit(1)
    if not quiet:
        notes = sum(len(deck.notes) for deck in decks)
        entries = "entry" if notes == 1 else "entries"
        click.echo(f"{notes} {entries} in {len(decks)} deck{'s' if len(decks) != 1 else ''}: no problems")
