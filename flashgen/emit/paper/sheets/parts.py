"""Divide cards among documents: the engine frees its memory only with its process, so that many cards make several."""

from collections.abc import Iterator, Sequence
from math import ceil

from flashgen.emit.paper.document import Document
from flashgen.emit.paper.jobs import CARDS
from flashgen.emit.paper.sheets.calibrate import calibration
from flashgen.emit.paper.sheets.card import Card
from flashgen.emit.paper.sheets.listing import are_mixed, glossary, table
from flashgen.emit.paper.sheets.options import SheetOptions
from flashgen.emit.paper.sheets.sheet import dealt, sheets
from flashgen.model.deck import Deck

LISTED = {"list": table, "glossary": glossary}
"""What is read rather than cut."""

Part = tuple[Document, tuple[Card, ...]]
"""A document, and the cards that are on it, in its order."""


def parts(deck: Deck, cards: Sequence[Card], options: SheetOptions) -> Iterator[Part]:
    """Yield the documents of cards; that of a test page has none."""
    layout = options.layout
    if layout.form == "calibrate":
        yield calibration(deck, options), ()
        return
    if layout.form in LISTED:
        marked = are_mixed(cards)
        yield from ((LISTED[layout.form](deck, some, layout, marked), some) for some in _of_whole_notes(cards))
        return
    size = max(CARDS // layout.per_sheet, 1) * layout.per_sheet
    places, total = dealt(cards, options), ceil(len(cards) / layout.per_sheet)
    for first in range(0, len(places), size):
        some = places[first : first + size]
        yield sheets(deck, some, options, first // layout.per_sheet, total), tuple(card for card in some if card)


def _of_whole_notes(cards: Sequence[Card]) -> Iterator[tuple[Card, ...]]:
    """Yield cards in parts, those of a note in one: in a glossary they are one entry."""
    part: list[Card] = []
    for card in cards:
        if len(part) >= CARDS and card.note.id != part[-1].note.id:
            yield tuple(part)
            part = []
        part.append(card)
    if part:
        yield tuple(part)


def document(deck: Deck, cards: Sequence[Card], options: SheetOptions) -> Document:
    """Return the document of some cards alone."""
    layout = options.layout
    return LISTED[layout.form](deck, cards, layout, False) if layout.form in LISTED else sheets(deck, cards, options)
