"""Short last words are tied to the one before; addresses break."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pytest
from pdfplumber.page import Page

from flashgen.emit.paper.room import Part
from flashgen.emit.paper.sheets.card import cards
from flashgen.emit.paper.sheets.measures import MM, measures
from flashgen.emit.paper.ties import tied
from flashgen.emit.paper.values import breaking, line_value, long_words
from flashgen.emit.paper.widths import width
from flashgen.render.blocks import Blocks, Paragraph, Picture, Rows
from flashgen.render.formula import formula
from flashgen.render.inline import Run
from tests.emit.paper.made import asked, made, shipped


def words(blocks: Blocks) -> str:
    """Return the words of the first paragraph."""
    (first, *_) = blocks
    return "".join(run.words for run in first.runs) if isinstance(first, Paragraph) else ""


@pytest.mark.parametrize(
    ("runs", "most", "said"),
    [
        ([Run("What did the peasants owe their lord?")], 15, "What did the peasants owe their\u00a0lord?"),
        ([Run("What did the peasants owe their lord?")], 30, "What did the peasants owe their lord?"),
        ([Run("What did the peasants owe their lord?")], 9, "What did the peasants owe their lord?"),
        ([Run("What did the peasants owe "), Run("him", bold=True)], 12, "What did the peasants owe\u00a0him"),
        (
            [Run("What did peasants owe the "), Run("lord", bold=True), Run(".")],
            12.5,
            "What did peasants owe the\u00a0lord.",
        ),
        ([Run("What of the counterrevolutionary men?")], 15, "What of the counterrevolutionary men?"),
        ([Run("What did the peasants owe\nhim?")], 15, "What did the peasants owe\nhim?"),
        ([Run("wordslongerthanalineofacard at")], 9, "wordslongerthanalineofacard at"),
        (
            [Run("a b", formula=formula("a b")), Run(" is what the peasants owed a")],
            12,
            "a b is what the peasants owed a",
        ),
    ],
)
def test_the_last_words_are_tied_where_they_would_stand_alone(runs: list[Run], most: float, said: str) -> None:
    assert words(tied(Part((Paragraph(tuple(runs)),)), 10, 10 * most)) == said


def test_words_in_lists_are_tied_and_pictures_are_left_alone() -> None:
    blocks = (Rows(((Paragraph((Run("What did the peasants owe him?"),)),),)), Picture("a.png", ""))
    (rows, picture) = tied(Part(blocks), 10, 142)
    assert isinstance(rows, Rows)
    assert words(rows.items[0]) == "What did the peasants owe\u00a0him?"
    assert picture == Picture("a.png", "")


@dataclass(frozen=True)
class Set:
    """A line on a page: its words, its place, its ends and the size of its letters."""

    said: str
    y: float
    start: float
    end: float
    size: float


def lines_on(page: Page) -> Iterator[Set]:
    """Yield the lines of the texts on a page, but for small print, in the order in which they are set."""
    for (y, size), some in groupby(page.chars, key=lambda char: (round(char["matrix"][5], 1), round(char["size"], 1))):
        chars = [*some]
        said = "".join(char["text"] for char in chars).rstrip()
        seen = [char for char in chars if not char["text"].isspace()]
        if seen and size > 8.5:
            yield Set(said, y, seen[0]["x0"], max(char["x1"] for char in seen), size)


def endings(page: Page) -> Iterator[tuple[Set, Set]]:
    """Yield the last two lines of each paragraph of several lines on a page."""
    last: list[Set] = []
    for line in [*lines_on(page), Set("", 0, 0, 0, 0)]:
        goes_on = last and last[-1].size == line.size and abs(last[-1].y - line.y - 1.178 * line.size) < 0.4
        if not (goes_on and abs(last[-1].start - line.start) < 1):
            if len(last) > 1:
                yield last[-2], last[-1]
            last = []
        last.append(line)


@pytest.mark.parametrize(
    "name",
    ["a4-safe-8up", *[pytest.param(name, marks=pytest.mark.slow) for name in ("a4-16up", "a4-a6-4up", "avery-5371")]],
)
def test_no_short_words_stand_alone_and_no_tie_makes_the_line_above_the_shorter_one(name: str) -> None:
    deck = shipped()
    of = made(deck, [*cards(deck, deck.notes)][::9], asked(name))
    seen, alone, shorter = 0, [], []
    for page in of.pages:
        for above, last in endings(page):
            seen += 1
            word = above.said.rpartition(" ")[2]
            more = width(f"{word} ") * last.size
            long, high = last.end - last.start, above.end - above.start
            beside = measures(of.layout).inner[0] * MM - (16 * MM if page.page_number % 2 == 0 else 0)  # a code
            if (
                long * 5 < min(high, beside)
                and not above.said.endswith("-")
                and " " in above.said
                and long + more < high - more
                and not last.said.endswith("]")
            ):
                alone += [(above.said, last.said)] if "\u00a0" not in last.said else []
            if "\u00a0" in last.said and long > high + 0.5:
                shorter.append((above.said, last.said))
    assert seen > 50
    assert len(alone) <= 1, alone  # a line parted beside a code
    assert shorter == []


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
