"""What must hold: each row is a ratio of two costs, or megabytes, with its mark at each size; lower is better."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.process import flashgen, measured, python
from tests.bench.turns import FLOORS, Turn, Way, all_ways, anew, in_turn, project


@dataclass(frozen=True, slots=True)
class Value:
    """What was measured: the name of a row, how many notes, and the ratio or the megabytes."""

    row: str
    size: int
    value: float


@dataclass(frozen=True, slots=True)
class Row:
    """A measure: `cost` divided by `by`, or the megabytes of all `cost`; its mark at each size that has one."""

    name: str
    cost: str
    by: str
    marks: Mapping[int, float]

    def measured(self, size: int, turns: Sequence[Turn]) -> Value:
        """Return the median of the turns, or the highest peak."""
        if self.by == "MB":
            costs = self.cost.split(" | ")
            return Value(self.name, size, max(turn[cost].megabytes for turn in turns for cost in costs))
        return Value(self.name, size, median(turn[self.cost].seconds / turn[self.by].seconds for turn in turns))


DECK = (
    Row(
        "build, nothing changed / `import click`",
        "build, nothing changed",
        "import click",
        {1_000: 2.2, 10_000: 2.2},
    ),
    Row("build, nothing changed / build", "build, nothing changed", "build", {100_000: 0.03}),
    Row(
        "build, a word of one chapter changed / build",
        "build, one word changed",
        "build",
        {1_000: 0.5, 10_000: 0.3, 100_000: 0.3},
    ),
    Row("build / limit", "build", "limit", {1_000: 5, 10_000: 4, 100_000: 4}),
    Row("build / script", "build", "script", {1_000: 1.3, 10_000: 0.77, 100_000: 0.33}),
    Row("first build / limit", "first build", "limit", {1_000: 6, 10_000: 5, 100_000: 5}),
    Row("check / build", "check", "build", {1_000: 1.2, 10_000: 1.2, 100_000: 1.2}),
    Row("check, nothing changed / build", "check, nothing changed", "build", {10_000: 0.3, 100_000: 0.3}),
    Row(
        "memory of a build, MB",
        "build | first build | build, one word changed | build, nothing changed",
        "MB",
        {1_000: 60, 10_000: 60, 100_000: 150, 1_000_000: 800},
    ),
    Row("memory of `check`, MB", "check", "MB", {1_000: 60, 10_000: 60, 100_000: 150, 1_000_000: 800}),
)
"""One deck in eight chapters."""

SHAPES = (
    Row("1,000 chapters of a note / one of 1,000", "chapters", "one", {1_000: 2}),
    Row("1,000 decks of a note / one of 1,000", "decks", "one", {1_000: 3}),
)

START = (
    Row("`--help` / `import click`", "--help", "import click", {8: 1.35}),
    Row("build of 8 notes / `import click, yaml, genanki`", "build", "import click, yaml, genanki", {8: 1.3}),
)

SHEETS = (
    Row("`sheets` / Typst alone, the same pages", "sheets", "Typst", {300: 2, 3_000: 2}),
    Row("its document in one process / Typst alone", "document", "Typst", {}),
)
"""Their sizes are numbers of cards."""

GROUPS = (("notes", (*DECK, *SHAPES)), ("starting, notes", START), ("cards on sheets", SHEETS))
ROWS = tuple(row for _, rows in GROUPS for row in rows)


def deck(count: int, runs: int) -> list[Value]:
    """Measure one deck of so many notes."""
    with project(count) as root:
        turns = in_turn(all_ways(root), runs)
    return [row.measured(count, turns) for row in DECK]


def shapes(runs: int) -> list[Value]:
    """Measure many chapters and many decks."""
    count = 1_000
    with project(count, chapters=1) as one, project(count, count) as chapters, project(count, 1, count) as decks:
        turns = in_turn({"one": anew(one), "chapters": anew(chapters), "decks": anew(decks)}, runs)
    return [row.measured(count, turns) for row in SHAPES]


def start(runs: int) -> list[Value]:
    """Measure how long it takes to do next to nothing."""
    with project(8) as root:
        turns = in_turn({"--help": Way(flashgen("--help")), "build": anew(root), **FLOORS}, runs)
    return [row.measured(8, turns) for row in START]


def sheets(count: int, runs: int) -> list[Value]:
    """Measure the sheets of so many cards."""
    with TemporaryDirectory() as folder:
        measured(python("-m", "tests.bench.sheets", folder, str(count)))
        ways = {
            "sheets": Way(flashgen("sheets", "-q", "-C", f"{folder}/project")),
            "document": Way(python("-m", "flashgen.emit.paper.job", f"{folder}/bare", "1000000000")),
            "Typst": Way(python("-m", "tests.bench.bare", f"{folder}/bare")),
        }
        turns = in_turn(ways, runs)
    return [row.measured(count, turns) for row in SHEETS]
