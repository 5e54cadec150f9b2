"""Plans the shipped deck for several exams, and prints the recall of the plan beside that of two ways without one.

The first table is that of docs/exam.md, the second, shorter, that of the README.

python -m tests.bench.exam [--days N ...] [--minutes N ...] [--marks]

With --marks, it fails if a plan takes over 5 seconds, is worse than the better of the two beyond the error, or is less
than 15 points above Anki's defaults where these leave a fifth of the cards unseen.
"""

import argparse
import sys
import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from flashgen.pipeline import exam_plan, read_decks
from flashgen.study.days import days_until
from flashgen.study.forecast import Forecast, forecast
from flashgen.study.search import best
from flashgen.study.setting import AS_MANY_AS_FIT, DEFAULTS
from flashgen.study.task import task
from flashgen.study.wish import Wish

ROOT = Path(__file__).parents[2]
ERROR, POINTS = 0.015, 0.15
_FEW = 250
"""How many cards the defaults may leave unseen, a fifth of the deck, before a plan must be 15 points better."""

LONGEST = 5.0
"""Seconds that a plan may take."""

START = date(2026, 11, 28)


@dataclass(frozen=True, slots=True)
class Cell:
    """What becomes of the deck in some days of some minutes: by plan, with as many new cards as fit, by default."""

    days: int
    minutes: int
    planned: Forecast
    fitting: Forecast
    defaults: Forecast
    seconds: float

    @property
    def marks(self) -> bool:
        """Whether the plan is as much better as it must be."""
        recall, default = self.planned.recall, self.defaults.recall
        enough = self.defaults.left_out < _FEW or recall >= default + POINTS
        return enough and recall >= max(self.fitting.recall, default) - ERROR


def cell(number: int, minutes: int) -> Cell:
    """Plan the shipped deck for an exam in so many days."""
    (deck,), problems = read_decks(ROOT, ["stalinism-from-above"])
    assert not problems
    at = task(deck, Wish(days_until(START + timedelta(days=number), START), minutes))
    start = time.process_time()
    planned, fitting, defaults = (
        forecast(at.person, at.cards, at.days, one, at.seed) for one in (best(at), AS_MANY_AS_FIT, DEFAULTS)
    )
    return Cell(number, minutes, planned, fitting, defaults, time.process_time() - start)


def row(of: Cell) -> str:
    """Return a row of the table in Markdown."""
    cells = [f"**{100 * of.planned.recall:.0f}%** ({100 * of.planned.whole.low:.0f}–{100 * of.planned.whole.high:.0f})"]
    cells += [
        f"{100 * one.recall:.0f}%" + (f", {one.left_out} unseen" if one.left_out else "")
        for one in (of.fitting, of.defaults)
    ]
    return f"| {of.days} days, {of.minutes} minutes | {' | '.join(cells)} |"


def whole_plan() -> float:
    """Return the seconds that a plan with all its comparisons takes, 45 days of 40 minutes."""
    (deck,), _ = read_decks(ROOT, ["stalinism-from-above"])
    start = time.process_time()
    exam_plan(deck, Wish(days_until(START + timedelta(days=45), START), 40))
    return time.process_time() - start


def matrix(cells: list[Cell]) -> list[str]:
    """Return all cells as a small table in Markdown, a row for each number of days."""
    minutes = sorted({one.minutes for one in cells})
    rows = [f"| | {' | '.join(f'{one} minutes a day' for one in minutes)} |", "|---" * (len(minutes) + 1) + "|"]
    for number in sorted({one.days for one in cells}):
        found = {one.minutes: one for one in cells if one.days == number}
        parts = [f"{_percents(found[one])}" for one in minutes]
        rows.append(f"| {number} days | {' | '.join(parts)} |")
    return rows


def _percents(of: Cell) -> str:
    planned, fitting, default = (f"{100 * one.recall:.0f}" for one in (of.planned, of.fitting, of.defaults))
    return f"**{planned}** · {fitting} · {default}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, nargs="*", default=[30, 45, 60, 90])
    parser.add_argument("--minutes", type=int, nargs="*", default=[20, 40, 60])
    parser.add_argument("--marks", action="store_true")
    wanted = parser.parse_args()
    print("| | plan | as many as fit, at 0.90 | Anki's defaults |\n|---|---|---|---|")
    cells = []
    for number in wanted.days:
        for minutes in wanted.minutes:
            cells.append(cell(number, minutes))
            print(row(cells[-1]), flush=True)
    print("", *matrix(cells), sep="\n")
    print(f"{sum(one.seconds for one in cells) / len(cells):.1f} seconds a cell", file=sys.stderr)
    if wanted.marks and (taken := whole_plan()) > LONGEST:
        raise SystemExit(f"a plan takes {taken:.1f} seconds")
    if wanted.marks and not all(one.marks for one in cells):
        raise SystemExit(f"marks missed: {[(one.days, one.minutes) for one in cells if not one.marks]}")


if __name__ == "__main__":
    main()
