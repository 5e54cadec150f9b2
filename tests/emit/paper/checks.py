"""What can be measured on a PDF of cards: each check yields what is wrong, and nothing where all is well.

Lengths are in mm from the top left corner. Nothing here asks flashgen's own geometry: where a back has to lie is worked
out again from the paper.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from math import ceil
from typing import Any
from unicodedata import category, normalize

import pdfplumber
import pypdfium2
import zxingcpp
from pypdf import PdfReader

from flashgen.emit.paper.sheets.card import Card
from flashgen.emit.paper.sheets.face import chapter_line
from flashgen.model.layout import Layout
from flashgen.render.blocks import Blocks, lines

MM = 72 / 25.4
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Printed:
    """A PDF of cards, and what should be on it."""

    pdf: bytes
    cards: Sequence[Card]
    layout: Layout
    flip: str = "long"
    sides: tuple[str, str] = ("front", "back")

    @cached_property
    def pages(self) -> list[Any]:
        """The pages as pdfplumber reads them."""
        return pdfplumber.open(BytesIO(self.pdf)).pages

    @cached_property
    def texts(self) -> list[Any]:
        """The pages as pdfium reads their text: it knows what stands for stressed letters."""
        straight = self.pdf.replace(b"/Direction/R2L", b"/Direction/L2R")  # pdfium would turn Latin words around
        return [page.get_textpage() for page in pypdfium2.PdfDocument(straight)]

    def said(self, page: int, cell: Box) -> str:
        """Return the letters in a cell, in the order in which they are read."""
        x, y, right, bottom = (edge * MM for edge in cell)
        height = self.layout.page[1] * MM
        return _letters(self.texts[page].get_text_bounded(left=x, right=right, bottom=height - bottom, top=height - y))

    def cells(self) -> Iterator[tuple[Card, int, Box, Box]]:
        """Yield each card, the page of its front, and the boxes of front and back, each on its own page."""
        (columns, _), (w, h), (x0, y0), (px, py) = (
            *(self.layout.grid, self.layout.card),
            *(self.layout.corner, self.layout.pitch),
        )
        for place, card in enumerate(self.cards):
            sheet, spot = divmod(place, self.layout.per_sheet)
            x, y = x0 + spot % columns * px, y0 + spot // columns * py
            yield card, 2 * sheet, (x, y, x + w, y + h), self.turned((x, y, x + w, y + h))

    def turned(self, box: Box) -> Box:
        """Return where a box of the front lies on the back, once the paper is flipped on its edge."""
        (width, height), (x, y, right, bottom) = self.layout.page, box
        upright_edge = "long" if height >= width else "short"
        return (
            (width - right, y, width - x, bottom)
            if self.flip == upright_edge
            else (x, height - bottom, right, height - y)
        )


def right_pages(of: Printed) -> Iterator[str]:
    """Check 1: two pages a sheet, of the layout's size."""
    expected = 2 * ceil(len(of.cards) / of.layout.per_sheet)
    if len(of.pages) != expected:
        yield f"{len(of.pages)} pages, not {expected}"
    for page in of.pages:
        if any(
            abs(side / MM - wanted) > 0.05
            for side, wanted in zip((page.width, page.height), of.layout.page, strict=True)
        ):
            yield f"page {page.page_number} is {page.width / MM} × {page.height / MM}"


def bands_mirrored(of: Printed) -> Iterator[str]:
    """Check 2: each card's band stands once in its cell on both sides, the back's behind the front's within 0.1 mm."""
    for card, page, front, back in of.cells():
        fronts, backs = _bands(of.pages[page], front), _bands(of.pages[page + 1], back)
        if len(fronts) != 1 or len(backs) != 1:
            yield f"{card.id}: {len(fronts)} bands on the front, {len(backs)} on the back"
        elif max(abs(a - b) for a, b in zip(_behind(of, fronts[0], front, back), backs[0], strict=True)) > 0.1:
            yield f"{card.id}: the back's band is not behind the front's"
        for side, cell in ((page, front), (page + 1, back)):
            if of.said(side, cell).count(_letters(_band(card))) != 1:
                yield f"{card.id}: its chapter is not named once on page {side + 1}"


def text_in_place(of: Printed) -> Iterator[str]:
    """Check 3: the id and every word stand in the card's own cell."""
    for card, page, front, back in of.cells():
        wanted = (
            (page, front, (*card.prompt,), card.question),
            (page + 1, back, (*card.answer, *card.extra), card.cite),
        )
        for side, cell, blocks, more in wanted:
            said = of.said(side, cell)
            for words in (card.id, more, *_spoken(blocks)):
                if _letters(words) not in said:
                    yield f'{card.id}: "{words}" is not in its cell on page {side + 1}'


def glyphs_inside(of: Printed) -> Iterator[str]:
    """Check 4: no letter within 3.3 mm of a cut, 6.5 mm of the paper's edge, under 6 pt, or without a Unicode value.

    None is outside of all cells but those of the sheet's name in the margin.
    """
    boxes: dict[int, list[Box]] = {}
    for _, page, front, back in of.cells():
        boxes.setdefault(page, []).append(front)
        boxes.setdefault(page + 1, []).append(back)
    for number, page in enumerate(of.pages):
        seen = [char for char in page.chars if not char["text"].isspace()]
        apart = [char for char in seen if not any(_touches(char, cell) for cell in boxes[number])]
        yield from _misnamed("".join(char["text"] for char in apart), number, of)
        for char in seen:
            room = 3.3 if "Libertinus" in char["fontname"] else 2  # other fonts claim more than their letters take
            if char not in apart and not any(_inside(char, cell, room) for cell in boxes[number]):
                yield f'page {number + 1}: "{char["text"]}" is too near to a cut'
            if not _inside(char, (0, 0, *of.layout.page), 6.5):
                yield f'page {number + 1}: "{char["text"]}" is too near to the edge of the paper'
            yield from legible(char, number)


def _misnamed(said: str, number: int, of: Printed) -> Iterator[str]:
    """Tell whether the name of a sheet is wrong, or lacks where a margin has room for it."""
    name = f"{number // 2 + 1}/{ceil(len(of.cards) / of.layout.per_sheet)},{of.sides[number % 2]}"
    wanted = name if of.layout.corner[1] >= 9.9 else ""
    if sorted(said) != sorted(wanted):
        yield f'page {number + 1}: "{said}" in the margin, not "{wanted}"'


def legible(char: dict[str, Any], number: int) -> Iterator[str]:
    """Tell whether a letter is large enough and known."""
    if char["size"] < 5.99:
        yield f'page {number + 1}: "{char["text"]}" is {char["size"]:.2f} pt'
    if "(cid:" in char["text"] or char["text"] == "\ufffd":
        yield f"page {number + 1}: a letter without a value"


def fonts_embedded(of: Printed) -> Iterator[str]:
    """Check 5: every font is in the file and says what its letters are; none is Type 3."""
    found = False
    for page in PdfReader(BytesIO(of.pdf)).pages:
        for name, reference in page["/Resources"].get("/Font", {}).items():  # type: ignore[union-attr]
            found, font = True, reference.get_object()
            inner = font["/DescendantFonts"][0].get_object()["/FontDescriptor"] if font["/Subtype"] == "/Type0" else {}
            if (
                font["/Subtype"] != "/Type0"
                or "/ToUnicode" not in font
                or not {"/FontFile2", "/FontFile3"} & set(inner)
            ):
                yield f"the font {name} is {font['/Subtype']}"
    if not found:
        yield "no font at all"


def codes_read(of: Printed) -> Iterator[str]:
    """Check 6: at 300 dpi each back has one QR code, which leads to that card's page."""
    shown: dict[int, Any] = {}
    with pypdfium2.PdfDocument(of.pdf) as document:
        for card, page, _, back in of.cells():
            if page not in shown:
                shown = {page: document[page + 1].render(scale=300 / 72).to_pil()}
            cell = shown[page].crop(tuple(round(edge * 300 / 25.4) for edge in back))
            read = [code.text for code in zxingcpp.read_barcodes(cell, formats=zxingcpp.BarcodeFormat.QRCode)]
            if read != ([card.url] if card.url else []):
                yield f"{card.id}: the codes {read} where {card.url} is wanted"


def safe_and_archivable(of: Printed) -> Iterator[str]:
    """Check 7: links to https and pages only; PDF/A-2u, tags, language, bookmarks; printed without scaling."""
    reader = PdfReader(BytesIO(of.pdf))
    root = reader.root_object
    for page in reader.pages:
        for annotation in page.get("/Annots", ()):
            action = annotation.get_object().get("/A", {"/S": "/GoTo"})
            if action["/S"] != "/GoTo" and not (action["/S"] == "/URI" and action["/URI"].startswith("https://")):
                yield f"an action {action}"
    metadata = root["/Metadata"].get_object().get_data().decode("utf-8")  # type: ignore[union-attr]
    if not re.search(r"pdfaid:part>2<.*pdfaid:conformance>U<", metadata):
        yield "no mark of PDF/A-2u"
    if not reader.outline or "/Lang" not in root or "/StructTreeRoot" not in root:
        yield "bookmarks, language or tags are missing"
    if root["/ViewerPreferences"]["/PrintScaling"] != "/None":  # type: ignore[index]
        yield "it may be scaled"
    for key in ("/JavaScript", "/EmbeddedFiles", "/OpenAction", "/AA"):
        if key in root or key in root.get("/Names", {}):
            yield f"it has {key}"


CHECKS: tuple[Callable[[Printed], Iterator[str]], ...] = (
    right_pages,
    bands_mirrored,
    text_in_place,
    glyphs_inside,
    fonts_embedded,
    codes_read,
    safe_and_archivable,
)


def faults(of: Printed) -> list[str]:
    """Return what any check finds."""
    return [said for check in CHECKS for said in check(of)]


def _band(card: Card) -> str:
    return "".join(run.words for run in chapter_line(card.chapter, ""))


def _bands(page: Any, cell: Box) -> list[Box]:
    """Return the boxes of bands in a cell: shapes nearly as wide as it, and a line or more high."""
    found = []
    for shape in (*page.curves, *page.rects):
        box = tuple(shape[key] / MM for key in ("x0", "top", "x1", "bottom"))
        if _inside(shape, cell, 0) and box[2] - box[0] > 0.8 * (cell[2] - cell[0]) and box[3] - box[1] > 3:
            found.append(box)
    return [box for place, box in enumerate(found) if box not in found[:place]]


def _touches(shape: dict[str, Any], cell: Box) -> bool:
    x, y, right, bottom = (shape[key] / MM for key in ("x0", "top", "x1", "bottom"))
    return bool(x < cell[2] and right > cell[0] and y < cell[3] and bottom > cell[1])


def _inside(shape: dict[str, Any], cell: Box, margin: float) -> bool:
    x, y, right, bottom = (shape[key] / MM for key in ("x0", "top", "x1", "bottom"))
    return x >= cell[0] + margin and y >= cell[1] + margin and right <= cell[2] - margin and bottom <= cell[3] - margin


def _behind(of: Printed, band: Box, front: Box, back: Box) -> Box:
    """Return where the band of a back has to be: across as the paper turns, and at the top of its own card."""
    x, _, right, _ = of.turned(band)
    return x, back[1] + band[1] - front[1], right, back[1] + band[3] - front[1]


def _letters(said: str) -> str:
    """Return letters, digits and stress marks alone: how words are parted is not what is asked."""
    return "".join(one for one in normalize("NFKC", said) if category(one)[0] in "LNM")


def _spoken(blocks: Blocks) -> Iterator[str]:
    """Yield what stands together: the words of each paragraph, up to a formula or behind a link."""
    for runs in lines(blocks):
        said = ""
        for run in runs:
            said += "" if run.formula else run.words
            if run.formula or run.link:
                yield said
                said = ""
        yield said
