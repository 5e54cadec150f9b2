"""Four times as much takes four times as long: of notes, chapters, decks, pages and printed cards, for each command."""

from math import log
from pathlib import Path

import pytest

from tests.bench.generate import generate
from tests.bench.process import flashgen, measured

pytestmark = pytest.mark.slow

MOST = 1.1
"""The highest exponent: time grows with the number to the power of it."""

SHAPES = {
    "notes": (1_500, lambda root, number: generate(root, number)),
    "chapters of one note": (300, lambda root, number: generate(root, number, chapters=number)),
    "decks of one note": (100, lambda root, number: generate(root, number, chapters=1, decks=number)),
    "pages": (5_000, lambda root, number: generate(root, 8, pages=number)),
}
SHEETS = {"cards": (60, lambda root, number: generate(root, number))}
CASES = [
    *[(command, shape, *SHAPES[shape]) for command in ("check", "build", "plan") for shape in SHAPES],
    ("sheets", "cards", *SHEETS["cards"]),
]


def exponent(least: float, small: float, large: float) -> float:
    """Return the power with which what is beyond the least time grows, from a number to four times that."""
    return log(max(large - least, 0.001) / max(small - least, 0.001), 4)


@pytest.mark.parametrize(("command", "shape", "number", "make"), CASES, ids=[f"{one[0]} {one[1]}" for one in CASES])
def test_a_command_takes_time_in_proportion(command: str, shape: str, number: int, make, tmp_path: Path) -> None:
    roots = [make(tmp_path / name, size) for name, size in (("least", 8), ("small", number), ("large", 4 * number))]
    for root in roots if command == "plan" else ():
        measured(flashgen("build", "-q", "-C", str(root)))
    best = [float("inf")] * 3
    for _ in range(5):  # the least of several: other work on the machine only adds
        options = ["--no-cache"] if command in ("check", "build") else []
        runs = [measured(flashgen(command, "-q", *options, "-C", str(root)), codes=(0, 1)) for root in roots]
        best = [min(known, run.seconds) for known, run in zip(best, runs, strict=True)]
        if exponent(*best) <= MOST:
            return
    pytest.fail(f"{command}, {shape}: {[f'{one:.2f}' for one in best]} s, the power {exponent(*best):.2f}")
