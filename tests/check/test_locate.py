"""The very spot of words in a file."""

import pytest

from flashgen.load.locate import located
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
    found = located(Problem(Place("x", line, column), "r", "m", "h", words=words), FILE)
    assert (found.place.line, found.place.column, found.length) == spot
