"""`flashgen sheets`: make PDFs of cards to cut out, a list, a glossary, or a test page."""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from flashgen import pipeline
from flashgen.cli.commands import example
from flashgen.cli.named import named
from flashgen.cli.options import OneOf, loudness, part, project, site_url
from flashgen.cli.progress import progress
from flashgen.cli.report import report
from flashgen.cli.wrong import WrongValueError
from flashgen.emit.paper.jobs import page_count
from flashgen.emit.paper.sheets.card import EACH, MERGED
from flashgen.emit.paper.sheets.choice import Choice
from flashgen.emit.paper.sheets.geometry import FARTHEST
from flashgen.emit.paper.sheets.layouts import LAYOUTS, described
from flashgen.emit.paper.sheets.options import BACKS, BOTH, FRONTS, LINES, LONG, SHEET, SHORT, STACK, TICKS
from flashgen.errors import OneFileError
from flashgen.model.sound import sound
from flashgen.pipeline import read_decks
from flashgen.store.files import undo_unfinished, write_files


def _reads(_context: click.Context, _option: click.Parameter, written: str | None) -> tuple[float, float] | None:
    """Return the x and y of a reading such as 0.5,-1.5."""
    if written is None:
        return None
    try:
        x, y = (float(number) for number in written.split(","))
    except ValueError as error:
        raise click.BadParameter(f'"{written}" is not two numbers of mm, such as 0.5,-1.5') from error
    if not all(math.isfinite(number) and abs(number) <= FARTHEST for number in (x, y)):
        raise WrongValueError(f"{written} is more than {FARTHEST:g} mm", "print --layout calibrate and read it again")
    return x, y


def _pdf(_context: click.Context, _option: click.Parameter, out: Path | None) -> Path | None:
    """Return the output file, which must end in .pdf: another name could be a file of the deck."""
    if out and out.suffix.lower() != ".pdf":
        raise click.BadParameter(f"{out} does not end in .pdf")
    return out


class _Sheets(click.Command):
    """The command, whose help has the layouts with their sizes."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and the layouts."""
        super().format_options(ctx, formatter)
        with formatter.section("Layouts"):
            formatter.write_dl([(layout.name, described(layout)) for layout in LAYOUTS])


@click.command(cls=_Sheets, epilog=example("flashgen sheets --layout glossary"))
@project
@part
@click.option(
    "--layout",
    metavar="NAME|FILE",
    default="",
    help="One of the layouts below, or a YAML file with your own [default: a4-safe-8up]",
)
@click.option("--flip", type=OneOf((LONG, SHORT)), help="Edge your printer flips on [default: long]")
@click.option(
    "--sides",
    type=OneOf((BOTH, FRONTS, BACKS)),
    help="Sides to print, for printing in two passes [default: both]",
)
@click.option(
    "--back-reads",
    "reads",
    metavar="X,Y",
    callback=_reads,
    help="Shift the backs by what you read on --layout calibrate, in mm",
)
@click.option("--cut", type=OneOf((TICKS, LINES)), help="Marks or hairlines to cut along [default: ticks]")
@click.option(
    "--order",
    type=OneOf((SHEET, STACK)),
    help="Reading order on each sheet, or in the piles of a stack that is cut at once [default: sheet]",
)
@click.option(
    "--cloze",
    type=OneOf((EACH, MERGED)),
    help="A card for each deletion or item, or one for a whole text or list [default: each; lists: merged]",
)
@click.option("--skip", is_flag=True, help="Print all cards that can be printed, and list the others")
@click.option(
    "-o",
    "out",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=_pdf,
    help="Output file [default: dist/DECK-sheets.pdf]",
)
@site_url
@loudness
def sheets(root: Path, names: tuple[str, ...], out: Path | None, site: str, quiet: bool, **chosen: Any) -> None:
    """Make printable card sheets (PDF).

    DECK is a folder in decks/; without one, all decks.
    """
    choice, track = Choice(**{name: value for name, value in chosen.items() if value is not None}), progress(quiet)
    undo_unfinished(root)
    decks, problems = read_decks(root, names, track, site=site)
    if problems:
        decks = sound(decks, problems) if choice.skip else ()
    pdfs, unprinted = pipeline.sheets(decks, choice, track) if decks else ([], ())
    problems = tuple(sorted({*problems, *unprinted}))
    if out and len(pdfs) > 1:
        raise OneFileError(tuple(deck.slug for deck, _ in pdfs))
    if problems:
        report(problems, root)
    if choice.skip or not problems:
        outputs = {out or root / "dist" / f"{deck.slug}-sheets.pdf": pdf for deck, pdf in pdfs if pdf}
        write_files(outputs, root)
        _tell(outputs, quiet)
    if problems:
        raise click.exceptions.Exit(1)


def _tell(outputs: Mapping[Path, bytes], quiet: bool) -> None:
    """Tell what was written."""
    for path, pdf in outputs.items() if not quiet else ():
        click.echo(f"{named(path)}: {_pages(pdf)}, {len(pdf) / 1000:,.0f} kB")


def _pages(pdf: bytes) -> str:
    count = page_count(pdf)
    return f"{count} page{'s' * (count != 1)}"
