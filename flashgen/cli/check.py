"""`flashgen check`: what is wrong in the author's files."""

from pathlib import Path

import click

from flashgen.cli.options import loudness, project
from flashgen.cli.progress import Progress
from flashgen.cli.report import report
from flashgen.emit.place import mend
from flashgen.pipeline import checked_decks


@click.command()
@project
@click.option(
    "--text",
    metavar="PATH",
    type=click.Path(exists=True, path_type=Path),
    help="Your copy of the source, to compare with: a PDF, or a folder with a text for each page.",
)
@click.option("--strict", is_flag=True, help="Fail for warnings too.")
@click.option("--notes", is_flag=True, help="Show notes too: what is no fault, but worth knowing.")
@loudness
def check(root: Path, names: tuple[str, ...], text: Path | None, strict: bool, notes: bool, quiet: bool) -> None:
    """Print every problem in the files of the named decks, or of all."""
    mend(root)
    decks, problems = checked_decks(root, names, Progress("checking", quiet).watch, text=text)
    told = [problem for problem in problems if notes or problem.severity != "note"]
    if told:
        report(told, root)
    if any(problem.severity in (("error", "warning") if strict else ("error",)) for problem in problems):
        raise click.exceptions.Exit(1)
    if not (quiet or told):
        count = sum(len(deck.notes) for deck in decks)
        entries = "entry" if count == 1 else "entries"
        click.echo(f"{count} {entries} in {len(decks)} deck{'s' if len(decks) != 1 else ''}: no problems")
