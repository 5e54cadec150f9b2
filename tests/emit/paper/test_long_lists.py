"""The longest list that the tool allows fits on every shipped layout."""

import re
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest

from flashgen.emit.paper.sheets.card import cards
from flashgen.emit.paper.sheets.layouts import LAYOUTS
from flashgen.emit.paper.sheets.options import SheetOptions
from flashgen.emit.paper.sheets.printed import printed
from flashgen.model.layout import Layout
from tests.emit.paper.checks import CHECKS, Printed
from tests.emit.paper.made import asked, project_at

HEAD = "  - id: twelve\n    list: What did the state take?\n    ordered: {ordered}\n    page: 97\n    items:\n"
FORMS = ("cards", "fold", "list")


def entry(item: str, ordered: str = "no", count: int = 12) -> str:
    """Return a list of so many items."""
    return HEAD.format(ordered=ordered) + "".join(f"      - {item} {number}\n" for number in range(1, count + 1))


@pytest.mark.parametrize("layout", [one for one in LAYOUTS if one.form in FORMS], ids=lambda one: one.name)
@pytest.mark.parametrize("ordered", ["yes", "no"])
@pytest.mark.parametrize("cloze", ["", "each"])
def test_a_list_of_twelve_items_fits(tmp_path: Path, layout: Layout, ordered: str, cloze: str) -> None:
    deck = project_at(tmp_path, entry("a tax on salt, no.", ordered)).deck()
    pdf, problems = printed(deck, deck.notes, SheetOptions(layout, cloze=cloze))
    assert problems == ()
    if layout.form == "cards":
        of = Printed(pdf, [*cards(deck, deck.notes, cloze)], layout)
        assert [found for check in CHECKS for found in check(of)] == []


def starts(pdf: bytes) -> list[float]:
    """Return where the lines of the items begin, from left to right, on the back."""
    words = pdfplumber.open(BytesIO(pdf)).pages[1].extract_words()
    return sorted({round(word["x0"]) for word in words if word["text"] == "•"})


@pytest.mark.parametrize(
    ("item", "layout", "columns"),
    [
        ("a tax on salt, no.", "a4-16up", 2),
        ("a tax on salt, no.", "a4-a6-4up", 1),
        ("Donaudampfschifffahrtselektrizitätenwerk", "avery-c32011", 1),
        ("a `code` of a tax", "avery-c32011", 1),
    ],
)
def test_long_lists_are_in_two_columns_where_one_is_too_high_and_no_word_too_wide(
    tmp_path: Path, item: str, layout: str, columns: int
) -> None:
    deck = project_at(tmp_path, entry(item, count=10)).deck()
    pdf, problems = printed(deck, deck.notes, asked(layout))
    assert problems == ()
    assert len(starts(pdf)) == columns


@pytest.mark.parametrize(("item", "name"), [("tax", "a4-16up"), ("a tax on salt", "a4-16up"), ("a tax", "avery-5371")])
def test_columns_are_read_in_order_and_the_second_ends_above_the_code(tmp_path: Path, item: str, name: str) -> None:
    deck = project_at(tmp_path, entry(item, "yes")).deck()
    pdf, _ = printed(deck, [note for note in deck.notes if note.id == "twelve"], asked(name))
    back = pdfplumber.open(BytesIO(pdf)).pages[1]
    numbers = [word for word in back.extract_words() if re.fullmatch(r"\d+\.", word["text"])]
    left = min(word["x0"] for word in numbers)
    ordered = sorted(numbers, key=lambda word: (word["x0"] > left + 20, word["top"]))
    assert [word["text"] for word in ordered] == [f"{number}." for number in range(1, 13)]
    (code,) = (link for link in back.annots if "example.org" in link["uri"])
    low = [char for char in back.chars if char["bottom"] > code["top"] and char["top"] < code["bottom"]]
    assert all(char["x1"] < code["x0"] for char in low)
