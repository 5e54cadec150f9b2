"""Measures all of the table, prints it with its marks, and records it; see README.md.

python -m tests.bench [--quick] [--sizes N ...] [--runs N] [--record]
"""

import argparse
from collections.abc import Iterator

from tests.bench import history, table
from tests.bench.page import markdown, write_page
from tests.bench.table import Value

SIZES = (1_000, 10_000, 100_000)
GROSS = 2
"""How many times its mark a value may be before `--quick` fails: machines that work on other things as well differ."""


def values(quick: bool, sizes: list[int], runs: int) -> Iterator[list[Value]]:
    """Yield what is measured, part by part."""
    yield table.start(runs)
    for size in sizes:
        yield table.deck(size, runs)
    yield table.shapes(1 if quick else runs)
    for cards in (300,) if quick else (300, 3_000):
        yield table.sheets(cards, 1 if quick else runs)


def gross(found: list[Value]) -> list[Value]:
    """Return the values that are over twice their mark, or over twice what was last recorded if that missed it."""
    recorded = {(value.row, value.size): value.value for value in history.last()}
    marks = {(row.name, size): mark for row in table.ROWS for size, mark in row.marks.items()}
    known = {key: max(mark, recorded.get(key, 0)) for key, mark in marks.items()}
    return [value for value in found if value.value > GROSS * known.get((value.row, value.size), float("inf"))]


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="1,000 notes; fail if a value is twice its mark")
    parser.add_argument("--sizes", type=int, nargs="*", help="numbers of notes [default: 1000 10000 100000]")
    parser.add_argument("--runs", type=int, help="how many times all is run in turn [default: 5]")
    parser.add_argument("--record", action="store_true", help="add the values to history.csv, and write docs/speed.md")
    asked = parser.parse_args()
    sizes = asked.sizes if asked.sizes is not None else [1_000] if asked.quick else list(SIZES)
    found: list[Value] = []
    for part in values(asked.quick, sizes, asked.runs or (3 if asked.quick else 5)):
        found += part
        for value in part:
            print(f"{value.size:>9,}  {value.value:>8.3g}  {value.row}", flush=True)
        if asked.record:
            history.record(part)
            write_page()
    print(markdown(found))
    if asked.quick and (over := gross(found)):
        raise SystemExit("\n".join(f"over twice its mark: {one.row} at {one.size:,}: {one.value:.3g}" for one in over))


if __name__ == "__main__":
    main()
