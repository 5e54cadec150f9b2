"""The load of each day as a chart, in SVG that takes its colours from the page around it."""

from dataclasses import dataclass
from datetime import date

from flashgen.emit.report.exam.loads import spans
from flashgen.study.plan import StudyPlan

WIDTH, HEIGHT = 720.0, 200.0
_LEFT, _BOTTOM = 34.0, 22.0
_STEPS = (5, 10, 15, 20, 30, 60, 120, 240, 480)
"""Minutes between two lines of the scale."""

_MOST_LINES = 5
_LABEL = 40.0
"""The room for a day's label."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A day's bar: its place, the heights of its two parts, and the day in numbers."""

    x: float
    width: float
    new: float
    reviews: float
    day: date
    work: bool
    counts: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the scale, or a day below the chart: where, and what it stands for."""

    place: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart, in units of its view box; the ground is at the height `ground`."""

    bars: tuple[Bar, ...]
    scale: tuple[Line, ...]
    days: tuple[Line, ...]
    ground: float = HEIGHT - _BOTTOM
    width: float = WIDTH
    height: float = HEIGHT
    left: float = _LEFT


def chart(plan: StudyPlan) -> Chart:
    """Return the chart of a plan."""
    rows = spans(plan)
    most = max(1.0, *[row.minutes for row in rows])
    unit, slot = (HEIGHT - _BOTTOM - 8) / most, (WIDTH - _LEFT) / len(rows)
    bars = []
    for place, row in enumerate(rows):
        new = row.minutes * unit * row.new / max(1.0, row.new + row.reviews)
        counts = (round(row.new), round(row.reviews), round(row.minutes))
        x = _LEFT + place * slot
        bars.append(Bar(x, slot * 0.85, new, row.minutes * unit - new, row.first, row.work > 0, counts))
    step = next((step for step in _STEPS if most / step <= _MOST_LINES), _STEPS[-1])
    scale = [Line(HEIGHT - _BOTTOM - minutes * unit, str(minutes)) for minutes in range(0, int(most) + 1, step)]
    gap = -(-len(rows) // 8)
    days = [Line(bar.x, f"{bar.day.day} {bar.day:%b}") for bar in bars[::gap] if bar.x < WIDTH - _LABEL]
    return Chart(tuple(bars), tuple(scale), tuple(days))
