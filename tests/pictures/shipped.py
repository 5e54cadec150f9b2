"""Cards and a sheet of the deck that ships with the project."""

import json
import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pdfplumber
import pypdfium2
from PIL import Image, ImageOps

from flashgen.emit.paper.sheets.choice import Choice
from flashgen.model.deck import Deck
from flashgen.pipeline import read_decks, sheets
from tests.anki import chrome
from tests.anki.conftest import ROOT, opened
from tests.pictures.picture import png

CARDS = (("kliuchevsky-formula", 0, ""), ("barshchina-trudodni", 0, "nightMode"))
"""Each note with the place of its card, and the class that the page has at night."""

ON_SHEET = (
    *("miliukov-hypertrophy", "military-national-state", "barshchina", "trudodni"),
    *("accelerated-repetition", "estate-kolkhoz"),
)
WIDTH, HEIGHT, GAP, SCALE = 400, 440, 12, 2


@cache
def deck(*ids: str) -> Deck:
    """Return the deck with some of its notes, in that order."""
    (whole,), _ = read_decks(ROOT, ["stalinism-from-above"])
    notes = {note.id: note for note in whole.notes}
    return replace(whole, notes=tuple(notes[id] for id in ids))


def _sides(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield fronts and backs as Anki shows them, each with the class of its page."""
    for anki in opened(folder):
        anki.load(deck(*[id for id, _, _ in CARDS]))
        for id, place, night in CARDS:
            card = anki.notes()[id].cards()[place]
            yield card.question(), night
            yield card.answer().replace("<details", "<details open", not night), night


def cards_show(folder: Path) -> str:
    """Return the sides without what only Anki's own version tells."""
    return json.dumps([(re.sub(r' data-[a-z-]+="[^"]*"', "", side), night) for side, night in _sides(folder)])


def draw_cards(folder: Path) -> bytes:
    """Return fronts and backs, one row light and one dark."""
    whole = Image.new("RGB", tuple(SCALE * (2 * length + 3 * GAP) for length in (WIDTH, HEIGHT)), "white")  # type: ignore[arg-type]
    sides = list(_sides(folder))
    with chrome.opened(folder / "browser") as page:
        for number, (side, night) in enumerate(sides):
            page.show(side, night, WIDTH)
            page.call(
                "Emulation.setDeviceMetricsOverride", width=WIDTH, height=HEIGHT, deviceScaleFactor=SCALE, mobile=False
            )
            shot = Image.open(BytesIO(b64decode(page.call("Page.captureScreenshot")["data"])))
            row, column = divmod(number, 2)
            place = (GAP + column * (WIDTH + GAP), GAP + row * (HEIGHT + GAP))
            whole.paste(ImageOps.expand(shot.convert("RGB"), 1, "#999"), (SCALE * place[0] - 1, SCALE * place[1] - 1))
    return png(whole)


@cache
def _pdf() -> bytes:
    ((_, pdf),), _ = sheets([deck(*ON_SHEET)], Choice())
    return pdf


def sheet_shows(_: Path) -> str:
    """Return the words of the sheet with their places in points and their sizes."""
    with pdfplumber.open(BytesIO(_pdf())) as pdf:
        words = [word for page in pdf.pages[:2] for word in page.extract_words(extra_attrs=["size"])]
    return json.dumps([(word["text"], *(round(word[key]) for key in ("x0", "top", "size"))) for word in words])


def draw_sheet(_: Path) -> bytes:
    """Return the fronts and the backs of a sheet."""
    pages = [page.render(scale=1.4).to_pil() for page, _ in zip(pypdfium2.PdfDocument(_pdf()), range(2), strict=False)]
    (width, height), gap = pages[0].size, 48
    whole = Image.new("RGB", (2 * width + gap + 4, height + 4), "white")
    for number, page in enumerate(pages):
        whole.paste(ImageOps.expand(page.convert("RGB"), 1, "#999"), (1 + number * (width + gap), 1))
    return png(whole)
