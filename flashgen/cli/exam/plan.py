"""`flashgen exam plan`: find out how to study until an exam, and what that will bring."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from flashgen.cli.clock import clock
from flashgen.cli.commands import example
from flashgen.cli.exam.dates import Off, before, day, off
from flashgen.cli.exam.deck import one_deck
from flashgen.cli.named import named
from flashgen.cli.options import Number, folder, loudness, part
from flashgen.cli.report import notice
from flashgen.model.chosen import Part, with_chapters
from flashgen.model.deck import Deck
from flashgen.pipeline import exam_plan, preset_package
from flashgen.store.files import undo_unfinished, write_files
from flashgen.study.days import Days, days_until
from flashgen.study.wish import Wish

if TYPE_CHECKING:
    from flashgen.emit.report.exam.told import Told
    from flashgen.study.plan import StudyPlan

_FOR = {
    ".html": "the plan, with every day",
    ".ics": "the same days, for a calendar of their own",
    ".apkg": "the deck with these options: tick “Import any deck presets” when you import it",
}
"""What each file is for, by its ending."""


@click.command(epilog=example("flashgen exam plan --on 2027-01-18 --minutes 40 --off sun"))
@folder
@click.argument("name", metavar="[DECK]", default="")
@click.option("--on", "exam", metavar="DATE", required=True, callback=day, help="Day of the exam, such as 2027-01-18")
@click.option("--from", "first", metavar="DATE", callback=day, help="Day on which study begins [default: today]")
@click.option("--minutes", metavar="N", type=Number(1, 1440), default=40, help="Minutes a day [default: 40]")
@part
@click.option(
    "--off",
    metavar="DAYS",
    multiple=True,
    callback=off,
    help="Days without study: weekdays, dates or spans, such as sat,sun or 2026-12-24..2026-12-26 (repeatable)",
)
@click.option("--buffer", metavar="DAYS", type=Number(0), help="No new cards in the last days [default: searched]")
@click.option(
    "--seconds-per-review",
    "seconds",
    metavar="N",
    type=Number(1, 300),
    help="How long you take for a review [default: from --collection, or 13]",
)
@click.option(
    "--seed",
    metavar="N",
    type=Number(0),
    default=1,
    help="Seed; another simulates other learners [default: 1]",
)
@click.option(
    "--collection",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Start from what you know already: your .colpkg, .apkg or .anki2 (only read)",
)
@click.option("--preset", is_flag=True, help="Also make a package with these options for Anki")
@click.option("-o", "out", metavar="DIR", type=click.Path(path_type=Path), help="Output folder [default: dist]")
@loudness
def plan(
    root: Path,
    name: str,
    exam: date,
    first: date | None,
    part: Part,
    off: Off,
    preset: bool,
    out: Path | None,
    quiet: bool,
    **wanted: Any,
) -> None:
    """Plan the days until an exam.

    Finds the options in Anki that let you recall most cards on the day, in the minutes that you have. DECK is a folder
    in decks/, and may be left out if it is the only one.
    """
    from flashgen.emit.report.exam.told import told

    undo_unfinished(root)
    now = clock(0)
    days = _days(exam, first or date.fromtimestamp(now), off, wanted["buffer"])
    deck = one_deck(root, name, quiet)
    with_chapters([deck], part.chapters)
    study_plan = exam_plan(deck, Wish(days, part=part, **wanted))
    words = told(deck, part, study_plan)
    contents = _contents(deck, part, study_plan, words, now)
    contents |= {".apkg": preset_package(deck, study_plan)} if preset else {}
    files = {(out or root / "dist") / f"{deck.slug}-plan{ending}": content for ending, content in contents.items()}
    write_files(files, root)
    if not quiet:
        _show(words, study_plan, files)
        _warn((out or root / "dist") / f"{deck.slug}-plan.apkg", files)


def _contents(deck: Deck, part: Part, study_plan: "StudyPlan", words: "Told", now: int) -> dict[str, bytes]:
    """Return the page and the calendar of a plan, by their endings."""
    from flashgen.emit.report.exam.calendar import calendar
    from flashgen.emit.report.exam.page import page

    return {".html": page(words, study_plan), ".ics": calendar(deck, part, study_plan, now)}


def _days(exam: date, first: date, off: Off, buffer: int | None) -> Days:
    """Return the days until the exam; BadParameter if there are none for study, or far too many."""
    days = days_until(exam, before(exam, first), off.weekdays, off.dates)
    if not days.work:
        raise click.BadParameter("no day is left for study", param_hint="--off")
    if buffer and not any(days.studied[:-buffer]):
        raise click.BadParameter("no day is left for new cards", param_hint="--buffer")
    return days


def _show(told: "Told", plan: "StudyPlan", files: Mapping[Path, bytes]) -> None:
    """Print a plan, and what each file is for."""
    from rich.console import Console

    from flashgen.emit.report.exam.terminal import show

    show(told, plan, Console(highlight=False))
    click.echo()
    for path in files:
        click.echo(f"{named(path)}: {_FOR[path.suffix]}")


def _warn(package: Path, files: Mapping[Path, bytes]) -> None:
    """Warn of a package with the options of an earlier plan."""
    if package not in files and package.exists():
        notice("warning", f"{named(package)} is from an earlier plan", "add --preset to replace it, or delete it")
