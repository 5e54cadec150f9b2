"""The very spot of words in a file."""

from pathlib import Path
from time import process_time

import pytest

from flashgen.load.locate import located, spotted, value_at
from flashgen.model.place import Place
from flashgen.model.problem import Problem

FILE = """\
  - id: x
    ask: >-
      Who said that the state
      swelled up?
    answer: the state, of course
    items:
      - the state
      - state and people
    page: 98
""".splitlines()


@pytest.mark.parametrize(
    ("line", "column", "words", "spot"),
    [
        (5, 13, "course", (5, 27, 6)),
        (2, 10, "said", (3, 11, 4)),
        (2, 10, "the state swelled up", (3, 21, 9)),
        (2, 10, "course", (2, 10, 0)),
        (2, 10, "", (2, 10, 0)),
        (7, 9, "people", (7, 9, 0)),
        (8, 9, "people", (8, 19, 6)),
        (9, 11, "98", (9, 11, 2)),
        (10, 1, "98", (10, 1, 0)),
        (5, 20, "the", (5, 20, 0)),
    ],
)
def test_words_are_looked_for_in_the_value_that_begins_at_the_place(
    line: int, column: int, words: str, spot: tuple[int, int, int]
) -> None:
    found = located(Problem(Place("x", line, column), "r", "m", "h", words=words), value_at(FILE, line))
    assert (found.place.line, found.place.column, found.length) == spot


def test_many_findings_in_a_long_file_are_placed_in_a_time_that_grows_as_they_do(tmp_path: Path) -> None:
    def time(count: int) -> float:
        lines = [f"  - ask: Who said word{number}?" for number in range(count)]
        (tmp_path / "a.yaml").write_text("\n".join(lines), "utf-8")
        found = [Problem(Place("a.yaml", n + 1, 10), "r", "m", "h", words=f"word{n}") for n in range(count)]
        start = process_time()
        assert {one.place.column for one in spotted(found, tmp_path)} == {19}
        return process_time() - start

    few = min(time(2_000) for _ in range(3))
    assert min(time(16_000) for _ in range(3)) < 16 * few


def test_many_findings_on_one_long_line_are_placed_in_a_time_that_grows_as_they_do(tmp_path: Path) -> None:
    def time(count: int) -> float:
        line = "  - [" + ", ".join(f"a word{number:05}" for number in range(count))
        (tmp_path / "a.yaml").write_text(line, "utf-8")
        places = [Place("a.yaml", 1, 6 + 13 * number) for number in range(count)]
        found = [Problem(place, "r", "m", "h", words=f"word{n:05}") for n, place in enumerate(places)]
        start = process_time()
        assert {one.length for one in spotted(found, tmp_path)} == {9}
        return process_time() - start

    few = min(time(2_000) for _ in range(3))
    assert min(time(16_000) for _ in range(3)) < 16 * few
