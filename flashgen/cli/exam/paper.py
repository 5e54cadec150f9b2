"""`flashgen exam paper`: make papers from a deck, each with its key."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from flashgen.cli.clock import clock
from flashgen.cli.commands import example
from flashgen.cli.exam.dates import before, day
from flashgen.cli.exam.deck import one_deck
from flashgen.cli.named import named
from flashgen.cli.options import Number, OneOf, folder, loudness, part
from flashgen.cli.progress import progress
from flashgen.cli.report import report
from flashgen.cli.wrong import WrongValueError
from flashgen.emit.paper.exam.printed import Sat, printed, sat
from flashgen.emit.paper.exam.sitting import PAGES, VERSIONS, sittings
from flashgen.model.chosen import Part, with_chapters
from flashgen.model.deck import Deck
from flashgen.store.files import undo_unfinished, write_files
from flashgen.study.paper.choose import Length
from flashgen.study.paper.papers import PaperWish, mocks

PDF, FORMATS = "pdf", ("pdf", "gift", "moodle-xml", "md")
_COUNT = 20
_NUMBER = Number(1, 1000)


@click.command(epilog=example("flashgen exam paper -n 20 --seed 7 --versions 2"))
@folder
@click.argument("name", metavar="[DECK]", default="")
@click.option("-n", "count", metavar="N", type=_NUMBER, help=f"Number of questions [default: {_COUNT}]")
@click.option("--points", metavar="N", type=_NUMBER, help="Points of all questions, in place of -n")
@click.option(
    "--seed",
    metavar="N",
    type=Number(0),
    default=1,
    help="Seed; another picks other questions [default: 1]",
)
@part
@click.option(
    "--versions",
    metavar="N",
    type=Number(1, len(VERSIONS)),
    default=1,
    help="Versions A, B, … of the same difficulty, with no question in common [default: 1]",
)
@click.option("--mock", is_flag=True, help="One paper a week until --on, none repeating another")
@click.option("--on", "exam", metavar="DATE", callback=day, help="Day of the exam, for --mock")
@click.option(
    "--from", "first", metavar="DATE", callback=day, help="Day of the first paper, for --mock [default: today]"
)
@click.option("--format", "format", type=OneOf(FORMATS), default=PDF, help="Output format [default: pdf]")
@click.option("--page", type=OneOf([*PAGES]), default=next(iter(PAGES)), help="Size of paper [default: a4]")
@click.option("-o", "out", metavar="DIR", type=click.Path(path_type=Path), help="Output folder [default: dist]")
@loudness
def paper(
    root: Path,
    name: str,
    count: int | None,
    points: int | None,
    seed: int,
    part: Part,
    versions: int,
    mock: bool,
    exam: date | None,
    first: date | None,
    format: str,
    page: str,
    out: Path | None,
    quiet: bool,
) -> None:
    """Make exam papers with keys.

    DECK is a folder in decks/, and may be left out if it is the only one. The same seed, deck and options give the same
    paper.
    """
    length, days = _length(count, points), _days(mock, exam, first, versions)
    undo_unfinished(root)
    deck = one_deck(root, name, quiet)
    with_chapters([deck], part.chapters)
    wish = PaperWish(length, seed, part, versions, days)
    papers = sat(deck, wish, sittings(deck, wish, _typed(wish, exam)))
    files = _pdfs(deck, root, papers, page, quiet) if format == PDF else _texts(deck, papers, format)
    outputs = {(out or root / "dist") / f"{deck.slug}{name}": content for name, content in files.items()}
    write_files(outputs, root)
    if not quiet:
        for path in outputs:
            click.echo(named(path))


def _length(count: int | None, points: int | None) -> Length:
    """Return how long a paper is wanted; BadParameter for both a number of questions and points."""
    if count and points:
        raise click.BadParameter("give the number of questions or the points, not both", param_hint="--points")
    return Length(points=points) if points else Length(count or _COUNT)


def _days(mock: bool, exam: date | None, first: date | None, versions: int) -> tuple[date, ...]:
    """Return the days of mock exams, if they are asked for; BadParameter for options that do not go together."""
    if not mock:
        if exam or first:
            raise WrongValueError("only mock exams have a date", "add --mock", "--on" if exam else "--from")
        return ()
    if exam is None:
        raise WrongValueError("mock exams need the day of the exam", "add --on", "--mock")
    if versions > 1:
        raise click.BadParameter("mock exams have no versions", param_hint="--versions")
    return mocks(before(exam, first or date.fromtimestamp(clock(0))), exam)


def _typed(wish: PaperWish, exam: date | None) -> str:
    """Return the options that a paper can be made again with."""
    length, part = wish.length, wish.part
    options = [f"-n {length.count}" if length.count else f"--points {length.points}"]
    options += [f"-c {chapter}" for chapter in part.chapters]
    options += [f"--tag {part.tag}"] if part.tag else []
    options += [f"--tier {part.tier}"] if part.tier else []
    options += [f"--versions {wish.versions}"] if wish.versions > 1 else []
    options += [f"--mock --on {exam} --from {wish.days[0]}"] if wish.days else []
    return " ".join(options)


def _pdfs(deck: Deck, root: Path, papers: Sequence[Sat], page: str, quiet: bool) -> dict[str, bytes]:
    """Return papers and keys as PDFs, by the ends of their names; exits with what prevents it."""
    pdfs, problems = printed(deck, papers, PAGES[page], progress(quiet))
    if problems:
        report(problems, root)
        raise click.exceptions.Exit(1)
    files: dict[str, bytes] = {}
    for (_, sitting), (paper, key) in zip(papers, pdfs, strict=True):
        files |= {f"{sitting.ending}.pdf": paper, f"{sitting.ending}-key.pdf": key}
    return files


def _texts(deck: Deck, papers: Sequence[Sat], format: str) -> Mapping[str, bytes]:
    from flashgen.emit.report.quiz.files import FILES

    return {
        f"{sitting.ending}{end}": write(deck, items, sitting)
        for items, sitting in papers
        for end, write in FILES[format].items()
    }
