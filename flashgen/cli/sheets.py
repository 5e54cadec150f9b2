"""`flashgen sheets`: decks into PDFs of cards to be cut, a list, a glossary, or a test page."""

import math
from pathlib import Path
from typing import Any

import click

from flashgen import pipeline
from flashgen.cli.options import loudness, project
from flashgen.cli.progress import Progress
from flashgen.cli.report import named, report
from flashgen.emit.paper.sheets.asked import BACKS, BOTH, FRONTS, LONG, SHORT
from flashgen.emit.paper.sheets.card import EACH, MERGED
from flashgen.emit.paper.sheets.choice import Choice
from flashgen.errors import OneFileError
from flashgen.pipeline import read_decks
from flashgen.store.files import heal, put

FARTHEST = 6.0
"""By how many mm a printer may be off: beyond it, something else is wrong."""


def _reads(_context: click.Context, _option: click.Parameter, written: str | None) -> tuple[float, float] | None:
    """Return a reading such as 0.5,-1.5."""
    if written is None:
        return None
    try:
        x, y = (float(number) for number in written.split(","))
    except ValueError as error:
        raise click.BadParameter(f'"{written}" is not two numbers of mm, such as 0.5,-1.5') from error
    if not all(math.isfinite(number) and abs(number) <= FARTHEST for number in (x, y)):
        raise click.BadParameter(f"{written} is more than {FARTHEST:g} mm: print --layout calibrate, and read it again")
    return x, y


def _pdf(_context: click.Context, _option: click.Parameter, out: Path | None) -> Path | None:
    """Return where to put the sheets; what does not end in .pdf may be anything, the deck's own file too."""
    if out and out.suffix.lower() != ".pdf":
        raise click.BadParameter(f"{out} does not end in .pdf")
    return out


@click.command()
@project
@click.option(
    "-c", "--chapter", "chapters", metavar="CHAPTER", multiple=True, help="Only this chapter: its numeral or file."
)
@click.option("--tag", metavar="TAG", default="", help="Only entries with this tag.")
@click.option(
    "--layout",
    metavar="NAME|FILE",
    default="",
    help="a4-safe-8up, a4-a7-8up, a4-a6-4up, letter-8up, avery-5388, avery-5371, avery-c32011; one-sided: fold, list, "
    "glossary; a test page: calibrate, calibrate-landscape, calibrate-letter; or a YAML file of your own.",
)
@click.option("--flip", type=click.Choice((LONG, SHORT)), help="The edge that your printer flips paper on; long.")
@click.option("--sides", type=click.Choice((BOTH, FRONTS, BACKS)), help="Fronts alone, or backs, for a second pass.")
@click.option(
    "--back-reads",
    "reads",
    metavar="X,Y",
    callback=_reads,
    help="What you read on the sheet of --layout calibrate, in mm.",
)
@click.option("--cloze", type=click.Choice((EACH, MERGED)), help="A card for each gap, or one for all gaps of a text.")
@click.option(
    "-o",
    "out",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=_pdf,
    help="dist/DECK-sheets.pdf without it.",
)
@loudness
def sheets(root: Path, names: tuple[str, ...], out: Path | None, quiet: bool, **chosen: Any) -> None:
    """Make printable card sheets (PDF)."""
    choice, progress = (
        Choice(**{name: value for name, value in chosen.items() if value is not None}),
        Progress("setting", quiet),
    )
    heal(root)
    decks, problems = read_decks(root, names, progress.watch)
    made, problems = ([], problems) if problems else pipeline.sheets(decks, choice, progress.watch)
    if problems:
        report(problems, root)
        raise click.exceptions.Exit(1)
    if out and len(made) > 1:
        raise OneFileError(tuple(deck.slug for deck, _ in made))
    outputs = {out or root / "dist" / f"{deck.slug}-sheets.pdf": pdf for deck, pdf in made}
    put(outputs, root)
    if not quiet:
        for path, pdf in outputs.items():
            click.echo(f"{named(path)}: {_pages(pdf)}, {len(pdf) / 1000:,.0f} kB")


def _pages(pdf: bytes) -> str:
    count = pdf.count(b"/Type/Page/")
    return f"{count} page{'s' * (count != 1)}"
