"""`flashgen build`: decks into Anki packages."""

import os
import time
from collections import Counter
from pathlib import Path

import click

from flashgen.cli.options import loudness, project
from flashgen.cli.progress import Progress
from flashgen.cli.report import report
from flashgen.emit.place import put
from flashgen.errors import ClockError, SameOutputError
from flashgen.pipeline import Package, packages, read_decks

EARLIEST = 1_000_000_000


@click.command()
@project
@click.option(
    "-c", "--chapter", "chapters", metavar="CHAPTER", multiple=True, help="Only this chapter: its numeral or file."
)
@click.option("--each-chapter", "each", is_flag=True, help="Also a package for every chapter.")
@click.option(
    "-o", "out", metavar="DIR", type=click.Path(path_type=Path), help="Where to put the packages; dist/ without it."
)
@loudness
def build(
    root: Path, names: tuple[str, ...], chapters: tuple[str, ...], each: bool, out: Path | None, quiet: bool
) -> None:
    """Compile decks into Anki packages: the named decks, or all."""
    progress = Progress("building", quiet)
    decks, problems = read_decks(root, names, progress.watch)
    if problems:
        report(problems, root)
        raise click.exceptions.Exit(1)
    folder = out or root / "dist"
    made = list(packages(decks, folder, now(), chapters, each, progress.watch))
    twice = [path for path, count in Counter(package.path for package in made).items() if count > 1]
    if twice:
        raise SameOutputError(twice[0].name)
    put({package.path: package.content for package in made})
    if not quiet:
        for package in made:
            click.echo(_said(package))


def now() -> int:
    """Return the time to stamp, in seconds since 1970: SOURCE_DATE_EPOCH where it is set, else the clock's."""
    clock, said = int(time.time()), os.environ.get("SOURCE_DATE_EPOCH")
    if said is None:
        return clock
    if not (said.isdecimal() and len(said) < 12) or not EARLIEST <= int(said) <= clock:
        raise ClockError(said)
    return int(said)


def _said(package: Package) -> str:
    notes, cards, size = package.notes, package.cards, len(package.content)
    counts = f"{notes} note{'s' * (notes != 1)}, {cards} card{'s' * (cards != 1)}"
    return f"{os.path.relpath(package.path)}: {counts}, {size / 1000:,.0f} kB"
