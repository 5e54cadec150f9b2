"""Layouts of an author's own: eight numbers, and the reason where they cannot be printed."""

from pathlib import Path

import pytest

from flashgen.load.layout import layout_file
from flashgen.model.layout import Layout
from flashgen.model.problem import Problem
from tests.conftest import DECK, Project

NUMBERS = {"page": "A4", "columns": 2, "rows": 5, "width": 85, "height": 54, "left": 15, "top": 13.5, "pitch_x": 95}


def yaml(**numbers: object) -> str:
    """Return a layout as it is written, with some other numbers; None leaves one out."""
    return "".join(f"{key}: {value}\n" for key, value in (NUMBERS | numbers).items() if value is not None)


def read(folder: Path, text: str | bytes) -> tuple[Layout | None, list[str]]:
    """Return the layout of a file and what is wrong with it."""
    file = folder / "mine.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    problems: list[Problem] = []
    found = layout_file(file, problems)
    return found, [f"{one.place.line} {one.rule} {one.message}" for one in problems]


@pytest.mark.parametrize(
    ("page", "size"),
    [
        ("A4", (210, 297)),
        ("letter", (215.9, 279.4)),
        ("A4 landscape", (297, 210)),
        ("210 x 297", (210, 297)),
        ("300×400.5", (300, 400.5)),
    ],
)
def test_a_page_has_a_name_or_two_numbers(tmp_path: Path, page: str, size: tuple[float, float]) -> None:
    found, problems = read(tmp_path, yaml(page=page, columns=1, rows=3))
    assert problems == []
    assert found == Layout("mine", size, (1, 3), (85, 54), (15, 13.5), (95, 54))


@pytest.mark.parametrize(
    ("numbers", "problem"),
    [
        ({"width": None}, '1 missing-key "width" is missing'),
        ({"extra": 1}, '9 unknown-key unknown key "extra"'),
        ({"page": "A5 long"}, '1 bad-layout "A5 long" is not a page size'),
        ({"page": "2.1.0 x 297"}, '1 bad-layout "2.1.0 x 297" is not a page size'),
        ({"columns": 1.5}, '2 bad-layout "columns" must be a whole number, and is 1.5'),
        ({"left": -3}, '6 bad-layout "left" must be a number of mm, and is "-3"'),
        ({"top": "1e9"}, '7 bad-layout "top" must be a number of mm, and is "1e9"'),
        ({"width": 20}, "1 bad-layout a card of 20 × 54 mm is too small for text: at least 50 × 35 mm"),
        ({"pitch_x": 80}, "1 bad-layout cards overlap across: 80 mm from one to the next, and each takes 85 mm"),
        ({"left": 40}, "1 bad-layout the cards run off the page across: over the right edge by 10 mm"),
        ({"rows": 6}, "1 bad-layout the cards run off the page down: over the bottom edge by 40.5 mm"),
        ({"columns": 0}, "1 bad-layout a grid of 0 × 5 cards: from 1 to 20 either way"),
        (
            {"page": "2000 x 297"},
            "1 bad-layout a page of 2000 × 297 mm is none that a printer takes: at most 600 × 600 mm",
        ),
    ],
)
def test_an_impossible_layout_is_refused_with_the_reason(
    tmp_path: Path, numbers: dict[str, object], problem: str
) -> None:
    found, problems = read(tmp_path, yaml(**numbers))
    assert problem in problems
    assert (found is None) == ("unknown-key" not in problem)


@pytest.mark.parametrize("text", [b"\xff\xfe", "", "- a", "a: [", "&a b: 1"])
def test_a_file_that_is_no_layout_is_a_problem(tmp_path: Path, text: str | bytes) -> None:
    found, problems = read(tmp_path, text)
    assert found is None
    assert problems


def test_a_deck_may_have_a_layout_or_the_name_of_one(project: Project) -> None:
    assert project.deck().layout == ""
    project.write("decks/small/deck.yaml", DECK + "layout: avery-5388\n")
    assert project.deck().layout == "avery-5388"
    inner = "".join(f"  {line}\n" for line in yaml().splitlines())
    project.write("decks/small/deck.yaml", f"{DECK}layout:\n{inner}")
    assert project.deck().layout == Layout("deck.yaml", (210, 297), (2, 5), (85, 54), (15, 13.5), (95, 54))


def test_a_wrong_layout_of_a_deck_is_told_where_it_stands(project: Project) -> None:
    inner = "".join(f"  {line}\n" for line in yaml(rows=6).splitlines())
    project.write("decks/small/deck.yaml", f"{DECK}layout:\n{inner}")
    assert project.problems() == ["deck.yaml:8:3 bad-layout"]


def test_a_link_for_paper_has_to_be_https(project: Project) -> None:
    source = project.root / "source/tucker-1999.yaml"
    source.write_text(source.read_text("utf-8") + "links:\n  print: http://example.org/{id}\n", "utf-8")
    assert any(problem.endswith("unsafe-link") for problem in project.problems())
