"""Prose in the columns of a terminal."""

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import strip_sequences, width

from flashgen.emit.report.columns import ENDLESS, WIDEST, wrapped

LEAD, BELOW = "  = help: ", " " * 10


def lines(words: str, columns: int) -> list[str]:
    """Return words behind a lead, wrapped, without colour."""
    return strip_sequences(wrapped(words, columns, LEAD, BELOW)).split("\n")


def test_words_that_fit_stay_on_one_line() -> None:
    assert lines("cut what is not needed", 80) == ["  = help: cut what is not needed"]


def test_prose_is_wrapped_between_words_and_continues_below_its_first_word() -> None:
    assert lines("cut what is not needed to answer, and move it to `extra`", 40) == [
        "  = help: cut what is not needed to",
        "          answer, and move it to `extra`",
    ]


def test_names_with_hyphens_stay_whole() -> None:
    assert lines("to keep it, write: flashgen: allow long-answer", 40)[1:] == ["          allow long-answer"]


def test_without_a_terminal_a_sentence_is_one_line() -> None:
    assert lines("word " * 100, ENDLESS) == [LEAD + "word " * 100]


def test_on_a_very_wide_terminal_lines_stay_readable() -> None:
    assert max(map(len, lines("word " * 100, 200))) in range(WIDEST - 5, WIDEST + 1)


def test_on_a_very_narrow_terminal_there_is_some_room() -> None:
    assert all(len(line.split()) >= 2 for line in lines("word " * 10, 5)[1:])


def test_colours_take_no_columns() -> None:
    plain = "cut what is not needed to answer, and move it to `extra`"
    coloured = plain.replace("needed", click.style("needed", fg="red"))
    assert lines(coloured, 40) == lines(plain, 40)


WORDS = {
    "Chinese, without spaces": "汉字" * 40,
    "a path without spaces": "decks/" * 20,
    "Hebrew": "שלום עולם " * 9,
    "emoji of several characters": "👩‍👩‍👧 " * 30,
    "letters with marks": "é̂ё́ " * 30,
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("columns", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal_in(words: str, columns: int) -> None:
    assert max(map(width, lines(words, columns))) <= min(columns, WIDEST)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "M"], include_characters=" "), max_size=300))
def test_wrapping_loses_no_letter(words: str) -> None:
    text = "".join(lines(words, 40))
    assert text.removeprefix(LEAD).replace(" ", "") == words.replace(" ", "")
