"""A plan on a terminal: tables as wide as it is, with a bar for the load of each day."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from flashgen.emit.report.exam.anki import short
from flashgen.emit.report.exam.loads import Span, spans
from flashgen.emit.report.exam.told import Row, Told
from flashgen.model.shown import shown
from flashgen.study.plan import StudyPlan

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_MOST_DAYS = 70
"""With more days than that, a row is a week; the page has every day."""

_BAR, _SHORTEST, _BESIDE = 24, 8, 34
"""The longest bar and the shortest, and what stands beside it, in columns."""

_NEW, _REVIEWS = "cyan", "magenta"
_BLOCKS, _ASCII = ("█", "▒"), ("#", "=")
"""What bars are made of: new cards, and reviews."""


def show(told: Told, plan: StudyPlan, console: "Console") -> None:
    """Print a plan."""
    marks = _ASCII if console.options.ascii_only else _BLOCKS
    length = min(_BAR, console.width - _BESIDE)
    console.print(_text(told.title, "bold"))
    console.print(_text(f"{told.summary}."))
    for title, rows in told.tables:
        console.print(_heading(title))
        console.print(_table(rows))
    weekly = len(plan.task.days) > _MOST_DAYS
    console.print(_heading(f"The load of each {'week' if weekly else 'day'}"))
    console.print(_loads(spans(plan, 7 if weekly else 1), marks, length))
    for title, lines in told.lists:
        console.print(_heading(title))
        for line in lines:
            console.print(_text(f"- {line}"))


def _table(rows: Sequence[Row]) -> "Table":
    table = _empty()
    for row in rows:
        table.add_row(*[_text(cell) for cell in (row.name, row.value, row.remark)])
    return table


def _empty() -> "Table":
    from rich.table import Table

    return Table(box=None, pad_edge=False, show_header=False)


def _loads(rows: Sequence[Span], marks: tuple[str, str], length: int) -> "Table":
    table, most = _empty(), max(row.minutes for row in rows)
    table.show_header = True
    table.add_column("from", no_wrap=True)
    for name in ("new", "reviews", "minutes"):
        table.add_column(name, justify="right", no_wrap=True)
    if length < _SHORTEST:
        marks, length = ("", ""), 0
    table.add_column(_key(marks) if length else "")
    for row in rows:
        table.add_row(*_cells(row), _bar(row, length * row.minutes / max(1, most), marks))
    return table


def _cells(row: Span) -> Sequence[str]:
    if not row.work:
        return short(row.first), "", "off", ""
    return short(row.first), f"{row.new:,.0f}", f"{row.reviews:,.0f}", f"{row.minutes:,.0f}"


def _bar(row: Span, length: float, marks: tuple[str, str]) -> "Text":
    """Return a bar; its first part stands for the new cards, the rest for the reviews."""
    whole = round(length)
    new = round(whole * row.new / max(1, row.new + row.reviews))
    return _text(marks[0] * new, _NEW).append(marks[1] * (whole - new), _REVIEWS)


def _key(marks: tuple[str, str]) -> "Text":
    return _text(marks[0], _NEW).append(" new, ", "default").append(marks[1], _REVIEWS).append(" reviews", "default")


def _heading(title: str) -> "Text":
    return _text(f"\n{title}", "bold")


def _text(words: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text("\n".join(map(shown, words.split("\n"))), style, overflow="fold")
