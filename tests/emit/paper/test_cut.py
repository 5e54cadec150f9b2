"""As a person does it: print both sides, cut along the marks that are seen, and match each front to its back."""

from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageOps

from flashgen.emit.paper.sheets.card import cards
from tests.emit.paper.checks import MM
from tests.emit.paper.made import asked, made, project_at

DPI = 300


def cuts(page: Image.Image, axis: int) -> list[int]:
    """Return where the marks in the first 9 mm of a page stand, in pixels along an axis."""
    width, height = page.size
    strip = page.crop((0, 0, width, round(9 * DPI / 25.4)) if axis == 0 else (0, 0, round(9 * DPI / 25.4), height))
    line = strip.resize((width, 1) if axis == 0 else (1, height), Image.Resampling.BOX)
    dark = [place for place, grey in enumerate(line.tobytes()) if grey < 225]
    return [place for before, place in pairwise([-99, *dark]) if place - before > 10]


@pytest.mark.parametrize("flip", ["long", "short"])
def test_cut_along_the_marks_each_front_has_its_own_back(tmp_path: Path, flip: str) -> None:
    deck = project_at(tmp_path).deck()
    printed = made(deck, [*cards(deck, deck.notes)], asked("a4-safe-8up", flip=flip))
    document = pypdfium2.PdfDocument(printed.pdf)
    front, back = (document[side].render(scale=DPI / 72).to_pil().convert("L") for side in (0, 1))
    turned = ImageOps.mirror(back) if flip == "long" else ImageOps.flip(back)
    xs, ys = cuts(front, 0), cuts(front, 1)
    assert (len(xs), len(ys)) == (3, 5)
    matched = []
    for top, bottom in pairwise(ys):
        for left, right in pairwise(xs):
            piece = turned.crop((left, top, right, bottom))
            codes = zxingcpp.read_barcodes(ImageOps.mirror(piece) if flip == "long" else ImageOps.flip(piece))
            x, right_edge, y, bottom_edge = (edge * 72 / DPI for edge in (left, right, top, bottom))
            height = printed.layout.page[1] * MM
            said = document[0].get_textpage().get_text_bounded(x, height - bottom_edge, right_edge, height - y)
            matched += [(said.split()[-1].partition("/")[0], code.text.rpartition("/")[2]) for code in codes]
    assert [one for one, _ in matched] == [card.note.id for card in printed.cards]
    assert [other for _, other in matched] == [one for one, _ in matched]
