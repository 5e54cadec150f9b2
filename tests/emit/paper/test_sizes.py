"""How large texts and pictures are on a card, and how far from its band, foot and code, measured on the PDF."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from pypdf import PdfReader

from flashgen.emit.paper.sheets.card import Card, cards
from flashgen.emit.paper.sheets.layouts import layout
from flashgen.emit.paper.sheets.measures import measures
from flashgen.emit.paper.sheets.printed import printed
from flashgen.emit.paper.sheets.sheet import dealt
from flashgen.model.layout import Layout
from tests.emit.paper.checks import MM, Box, faults
from tests.emit.paper.made import asked, made, png, project_at, shipped

NAMES = ("a4-safe-8up", "a4-a7-8up", "a4-a6-4up", "letter-8up", "a4-16up", "letter-16up", "avery-5371", "avery-5388")


def sample(every: int) -> tuple[Card, ...]:
    """Return some cards of the shipped deck."""
    deck = shipped()
    return tuple(cards(deck, deck.notes))[::every]


@pytest.mark.parametrize("name", [NAMES[0], *[pytest.param(name, marks=pytest.mark.slow) for name in NAMES[1:]]])
def test_text_is_2_5_mm_from_band_and_foot_on_every_side(name: str) -> None:
    of = made(shipped(), sample(9), asked(name))
    tight = []
    for card, page, front, back in of.cells():
        for number, cell, foot in ((page, front, f"{card.number} · {card.id}"), (page + 1, back, card.cite)):
            lines = lines_of(of.pages[number], cell)
            low = max(place for place, line in enumerate(lines) if squeezed(foot).startswith(squeezed(line[0])[:12]))
            band, text, ends = lines[0], lines[1:low], lines[low]
            if not text or (min(top for _, top, _ in text) - band[2]) / MM < 2.5:
                tight.append((card.id, number, "band"))
            if (ends[1] - max(bottom for _, _, bottom in text)) / MM < 2.5:
                tight.append((card.id, number, "foot", (ends[1] - max(bottom for _, _, bottom in text)) / MM))
    assert tight == []


def squeezed(said: str) -> str:
    """Return words without spaces."""
    return re.sub(r"\s", "", said)


def lines_of(page: Any, cell: Box) -> list[tuple[str, float, float]]:
    """Return the lines in a cell with their tops and bottoms; the first is the band's."""
    x, y, right, bottom = (edge * MM for edge in cell)
    lines: dict[int, list[Any]] = {}
    for char in page.chars:
        if x <= char["x0"] < right and y <= char["top"] < bottom:
            lines.setdefault(round(char["matrix"][5]), []).append(char)
    found = [
        ("".join(c["text"] for c in some), min(c["top"] for c in some), max(c["bottom"] for c in some))
        for _, some in sorted(lines.items(), reverse=True)
    ]
    shapes = [
        shape
        for shape in (*page.curves, *page.rects)
        if x <= shape["x0"] and shape["x1"] <= right and y <= shape["top"] < bottom
    ]
    band = min(shapes, key=lambda shape: shape["top"])
    return [("", band["top"], band["bottom"]), *[line for line in found if line[1] > band["bottom"]]]


@pytest.mark.parametrize(
    ("name", "front", "back"),
    [
        ("a4-safe-8up", 16, 15),
        ("a4-a6-4up", 24.5, 23.5),
        ("letter-8up", 17, 16),
        ("avery-5371", 13, 12),
        ("a4-16up", 12, 11),
    ],
)
def test_sizes_grow_with_the_card_and_answers_are_a_point_smaller(
    tmp_path: Path, name: str, front: float, back: float
) -> None:
    deck = project_at(tmp_path, "  - {id: one, ask: Who?, answer: Peter, page: 97}\n").deck()
    of = made(deck, [*cards(deck, deck.notes)], asked(name))
    assert [max(char["size"] for char in page.chars) for page in of.pages] == [front, back]


def test_a_card_at_the_edge_of_the_paper_keeps_its_text_away_from_it() -> None:
    edge = Layout("edge", (210, 297), (2, 4), (103, 70), (2, 8), (103, 70))
    assert measures(edge).edge == pytest.approx((4.6, 4.09), abs=0.01)
    assert measures(layout("letter-8up")).edge == pytest.approx((6.6, 7.15), abs=0.05)


PICTURE = "  - {id: one, ask: Who?, answer: '![x](own.png)', page: 97}\n"


@pytest.mark.parametrize(("width", "height"), [(60, 40), (10, 200), (400, 10), (5000, 5000)])
def test_a_picture_takes_at_most_60_percent_of_the_height_and_its_box_is_as_high(
    tmp_path: Path, width: int, height: int
) -> None:
    project = project_at(tmp_path, PICTURE, link="")
    (project.root / "decks/small/own.png").write_bytes(png(width, height))
    deck = project.deck()
    of = made(deck, [*cards(deck, deck.notes)], asked("a4-safe-8up"))
    (image,) = of.pages[1].images
    across, down = (image["x1"] - image["x0"]) / MM, (image["bottom"] - image["top"]) / MM
    assert across / down == pytest.approx(width / height, rel=0.01)
    most = 0.6 * (69 - 2 * 4.08 - 9.54 - 5.4)
    assert down == pytest.approx(min(most, 87 * height / width), abs=0.6)
    assert faults(of) == []


def test_a_flat_picture_in_a_list_stands_in_a_row_as_high_as_itself(tmp_path: Path) -> None:
    project = project_at(tmp_path, PICTURE + "  - {id: two, ask: What next?, answer: nothing, page: 97}\n", link="")
    (project.root / "decks/small/own.png").write_bytes(png(400, 20))
    deck = project.deck()
    pdf, problems = printed(deck, deck.notes, asked("list"))
    assert problems == ()
    page = pdfplumber.open(BytesIO(pdf)).pages[0]
    (image,) = page.images
    (after,) = page.search("What next")
    assert (image["bottom"] - image["top"]) / MM < 5
    assert (after["top"] - image["bottom"]) / MM < 9


def test_a_code_narrows_only_the_lines_beside_it(tmp_path: Path) -> None:
    words = "the estate of the lord " * 16
    deck = project_at(tmp_path, f"  - {{id: one, ask: Who?, answer: {words}, page: 97}}\n").deck()
    of = made(deck, [*cards(deck, deck.notes)], asked("avery-5371"))
    assert faults(of) == []
    page = of.pages[1]
    lines: dict[int, list[Any]] = {}
    for char in page.chars:
        if char["size"] > 8 and not char["text"].isspace():
            lines.setdefault(round(char["top"]), []).append(char)
    ends = [max(char["x1"] for char in some) for _, some in sorted(lines.items())]
    code = next(card for card in of.cells())[3][2] * MM - 4 * MM - 12 * MM
    assert ends[0] > code + 5 * MM
    assert ends[-1] < code - 2 * MM


def test_in_the_order_of_a_stack_the_piles_are_in_reading_order(tmp_path: Path) -> None:
    entries = "".join(f"  - {{id: n{number}, ask: Who?, answer: Peter, page: 97}}\n" for number in range(1, 22))
    deck = project_at(tmp_path, entries).deck()
    every = tuple(cards(deck, deck.notes))
    how = asked("a4-safe-8up", order="stack")
    places = dealt(every, how)
    piles = [card.number for spot in range(8) for card in places[spot::8] if card]
    assert (len(places), piles) == (24, [*range(1, 22)])
    pdf, _ = printed(deck, deck.notes, how)
    first, back, *_ = (page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert re.findall(r"\d+ · n\d+", first) == [f"{number} · n{number}" for number in (1, 4, 7, 10, 13, 16, 19)]
    assert "1 / 3, front" in first
    assert "1 / 3, back" in back
    assert dealt(every, asked("a4-safe-8up")) == every


def test_lines_to_cut_along_are_thin_and_grey_and_run_from_edge_to_edge(tmp_path: Path) -> None:
    deck = project_at(tmp_path, "  - {id: one, ask: Who?, answer: Peter, page: 97}\n").deck()
    pdf, _ = printed(deck, deck.notes, asked("a4-16up", cut="lines"))
    front, back = pdfplumber.open(BytesIO(pdf)).pages
    upright = sorted(line["x0"] / MM for line in front.lines if line["x0"] == line["x1"])
    assert upright == pytest.approx([10.5, 79.5, 148.5, 217.5, 286.5], abs=0.01)
    assert {round(line["bottom"] - line["top"]) for line in front.lines if line["x0"] == line["x1"]} == {595}
    assert {(line["linewidth"], round(line["stroking_color"], 2)) for line in front.lines} == {(0.25, 0.55)}
    assert [line for line in back.lines if line["width"] + line["height"] > 100] == []
