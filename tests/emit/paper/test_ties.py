"""Short last words are tied to the one before; addresses break."""

import pytest

from flashgen.emit.paper.ties import tied
from flashgen.emit.paper.values import breaking, line_value, long_words
from flashgen.render.blocks import Blocks, Paragraph, Picture, Rows
from flashgen.render.formula import formula
from flashgen.render.inline import Run


def words(blocks: Blocks) -> str:
    """Return the words of the first paragraph."""
    (first, *_) = blocks
    return "".join(run.words for run in first.runs) if isinstance(first, Paragraph) else ""


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        ([Run("What did the peasants owe their lord?")], "What did the peasants owe their\u00a0lord?"),
        ([Run("What did the peasants owe "), Run("him", bold=True)], "What did the peasants owe\u00a0him"),
        ([Run("What did they owe the "), Run("lord", bold=True), Run(".")], "What did they owe the\u00a0lord."),
        ([Run("What did the peasants owe the landlords?")], "What did the peasants owe the landlords?"),
        ([Run("What of the counterrevolutionary men?")], "What of the counterrevolutionary men?"),
        ([Run("Too short")], "Too short"),
        (
            [Run("What of the electrification-of-all counterrevolutionaries")],
            "What of the electrification-of-all counterrevolutionaries",
        ),
        ([Run("onewordthatislongerthananylineofacard")], "onewordthatislongerthananylineofacard"),
        (
            [Run("a b", formula=formula("a b")), Run("=thatisalongresultwithoutblank")],
            "a b=thatisalongresultwithoutblank",
        ),
    ],
)
def test_the_last_two_words_are_tied(runs: list[Run], said: str) -> None:
    assert words(tied((Paragraph(tuple(runs)),), 70)) == said


def test_words_in_lists_are_tied_and_pictures_are_left_alone() -> None:
    (rows, picture) = tied((Rows(((Paragraph((Run("What did the peasants owe him?"),)),),)), Picture("a.png", "")), 70)
    assert isinstance(rows, Rows)
    assert words(rows.items[0]) == "What did the peasants owe\u00a0him?"
    assert picture == Picture("a.png", "")


def test_an_address_breaks_behind_its_marks_and_within_long_pieces() -> None:
    said = breaking("https://a.org/b?c=d").split("\u200b")
    assert said[-4:] == ["org/", "b?", "c=", "d"]
    assert all(len(piece) < 30 for piece in breaking("https://a.org/" + "x" * 500).split("\u200b"))


def test_a_link_is_followed_by_its_address_unless_that_is_what_it_says() -> None:
    said = line_value((Run("it", link="https://a.org"), Run(", "), Run("https://b.org", link="https://b.org")))
    assert [str(one["words"] if isinstance(one, dict) else one).replace("\u200b", "") for one in said] == [
        "it",
        " (",
        "https://a.org",
        ")",
        ", ",
        "https://b.org",
    ]


def test_an_address_stands_once_behind_a_link_of_several_looks() -> None:
    said = line_value((Run("a", link="https://a.org"), Run("b", link="https://a.org", bold=True)))
    assert len(said) == 5


def test_words_that_might_be_too_wide_are_told_with_their_looks() -> None:
    blocks = (Paragraph((Run("short "), Run("x" * 30, bold=True), Run("y " + "z" * 9 + "\u00a0" + "z" * 30))),)
    assert long_words(blocks, 60, 17) == [[{"words": "x" * 30, "bold": True}, "y"], ["z" * 9 + "\u00a0" + "z" * 30]]
