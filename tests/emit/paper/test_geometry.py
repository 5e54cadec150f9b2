"""Where backs lie, by the paper's orientation and the edge that it is flipped on."""

from dataclasses import replace

import pytest

from flashgen.emit.paper.sheets.geometry import back_spots, correction, cut_lines, cut_marks, label_spot, spots
from flashgen.emit.paper.sheets.layouts import LAYOUTS, layout
from flashgen.model.layout import Layout, Size

PORTRAIT, LANDSCAPE = layout("a4-safe-8up"), layout("a4-a6-4up")


def test_cards_lie_row_by_row() -> None:
    assert spots(PORTRAIT)[:3] == ((10, 10.5), (105, 10.5), (10, 79.5))


@pytest.mark.parametrize(
    ("of", "flip", "first"),
    [
        (PORTRAIT, "long", (105, 10.5)),
        (PORTRAIT, "short", (10, 217.5)),
        (LANDSCAPE, "long", (0.5, 105)),
        (LANDSCAPE, "short", (148.5, 0)),
    ],
)
def test_the_back_of_the_first_card_lies_behind_it(of: Layout, flip: str, first: tuple[float, float]) -> None:
    assert back_spots(of, flip)[0] == first


@pytest.mark.parametrize(
    ("of", "flip", "moved"),
    [
        (PORTRAIT, "long", (1.5, -2)),
        (LANDSCAPE, "short", (1.5, -2)),
        (PORTRAIT, "short", (-1.5, 2)),
        (LANDSCAPE, "long", (-1.5, 2)),
    ],
)
def test_a_reading_is_taken_back_on_the_side_that_it_was_not_read_on(
    of: Layout, flip: str, moved: tuple[float, float]
) -> None:
    assert correction(of, flip, (1.5, 2)) == moved
    (x, y), (dx, dy) = back_spots(of, flip)[0], back_spots(of, flip, (1.5, 2))[0]
    assert (dx - x, dy - y) == pytest.approx(moved)


@pytest.mark.parametrize("flip", ["long", "short"])
@pytest.mark.parametrize("of", [one for one in LAYOUTS if one.form == "cards"], ids=lambda one: one.name)
def test_a_pin_through_any_front_comes_out_in_its_back(of: Layout, flip: str) -> None:
    (width, height), (w, h) = of.page, of.card
    for (x, y), (back_x, back_y) in zip(spots(of), back_spots(of, flip), strict=True):
        pin = (x + w / 3, y + h / 4)
        upright = (height >= width) == (flip == "long")
        out = (width - pin[0], pin[1]) if upright else (pin[0], height - pin[1])
        assert back_x < out[0] < back_x + w
        assert back_y < out[1] < back_y + h


def test_marks_stand_beside_the_cards_and_a_cross_where_four_meet() -> None:
    marks = cut_marks(PORTRAIT)
    assert (105, 4.5, 105, 9.5) in marks
    assert (4, 10.5, 9, 10.5) in marks
    assert (103, 79.5, 107, 79.5) in marks
    assert len(marks) == 2 * 3 + 2 * 5 + 2 * 3


def test_without_a_margin_marks_stand_on_the_line_at_the_edge_of_the_paper() -> None:
    assert (107.95, 0, 107.95, 5.0) in cut_marks(layout("letter-8up"))


def test_cards_with_gaps_have_marks_on_both_sides_of_each_gap_and_no_crosses() -> None:
    marks = cut_marks(replace(layout("avery-c32011"), perforated=False))
    assert sorted({line[0] for line in marks if line[0] == line[2]}) == [15, 100, 110, 195]
    assert not any(abs(line[2] - line[0]) == 4 for line in marks)


def test_perforated_paper_has_no_marks() -> None:
    assert cut_marks(layout("avery-5371")) == ()


def test_lines_run_from_edge_to_edge_along_each_cut() -> None:
    lines = cut_lines(PORTRAIT)
    assert (105, 0, 105, 297) in lines
    assert (0, 79.5, 210, 79.5) in lines
    assert len(lines) == 3 + 5
    assert cut_lines(layout("avery-5371")) == ()


@pytest.mark.parametrize(
    ("corner", "spot"),
    [((10, 10.5), (12, 9)), ((10, 2), (12, 280.9)), ((10, 9.95), (12, 8.45)), ((10, 9.8), (12, 288.7))],
)
def test_a_label_stands_in_the_margin_that_has_room(corner: Size, spot: Size) -> None:
    of = replace(PORTRAIT, corner=corner)
    assert label_spot(of, spots(of)) == pytest.approx(spot)


def test_without_a_margin_there_is_no_label() -> None:
    assert label_spot(layout("letter-8up"), spots(layout("letter-8up"))) is None


def test_all_layouts_can_be_printed() -> None:
    assert [said for one in LAYOUTS for said in one.faults()] == []


def test_a_product_of_the_same_measures_is_known_by_its_name() -> None:
    assert layout("avery-8371") is layout("avery-5371")
