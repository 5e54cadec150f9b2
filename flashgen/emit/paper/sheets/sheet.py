"""Lay cards out as a document: fronts on each sheet, and their backs behind them."""

from collections.abc import Iterator, Sequence

from flashgen.emit.paper.document import Document, head
from flashgen.emit.paper.room import LARGEST
from flashgen.emit.paper.sheets.card import Card
from flashgen.emit.paper.sheets.face import card_values
from flashgen.emit.paper.sheets.geometry import back_spots, cut_marks, spots
from flashgen.emit.paper.sheets.options import BACKS, BOTH, FRONTS, SheetOptions
from flashgen.emit.paper.values import Value
from flashgen.model.deck import Deck
from flashgen.model.language import direction
from flashgen.model.layout import Layout, Size


def sheets(deck: Deck, cards: Sequence[Card], options: SheetOptions, begun: str = "") -> Document:
    """Return the document of cards to be cut: a sheet's fronts on one page, its backs on the next.

    `begun` is the stem of a chapter that has its bookmark already, in a document before this one.
    """
    layout, turned = options.layout, direction(deck.language) == "rtl"
    firsts = range(0, len(cards), layout.per_sheet)
    values = head(deck, layout) | {
        "card": layout.card,
        "largest": LARGEST,
        "headed": "back" if options.sides == BACKS else "front",
        "cards": card_values(cards, deck, layout, begun),
        "sheets": [page for first in firsts for page in _pages(first, cards, options, turned)],
    }
    return Document("sheets/templates/cards.typ", values, _duplex(options))


def _duplex(options: SheetOptions) -> str:
    both = options.sides == BOTH and options.layout.form in ("cards", "calibrate")
    return f"DuplexFlip{options.flip.title()}Edge" if both else "Simplex"


def _pages(first: int, cards: Sequence[Card], options: SheetOptions, turned: bool) -> Iterator[Value]:
    """Yield the pages of the sheet that begins with a card; `turned` puts what is to be folded the other way round."""
    layout, count = options.layout, min(options.layout.per_sheet, len(cards) - first)
    fronts = spots(layout)
    if layout.form == "fold":
        backs = tuple((x + layout.card[0], y) for x, y in fronts)
        fronts, backs = (backs, fronts) if turned else (fronts, backs)
        cells = [*_cells(first, count, "front", fronts), *_cells(first, count, "back", backs)]
        yield {"cells": cells, "marks": cut_marks(_opened(layout)), "folds": _folds(layout)}
        return
    if options.sides != BACKS:
        yield {"cells": _cells(first, count, "front", fronts), "marks": cut_marks(layout), "folds": []}
    if options.sides != FRONTS:
        backs = back_spots(layout, options.flip, options.reads)
        yield {"cells": _cells(first, count, "back", backs), "marks": [], "folds": []}


def _cells(first: int, count: int, side: str, spots: Sequence[Size]) -> list[Value]:
    return [{"card": first + place, "side": side, "x": x, "y": y} for place, (x, y) in enumerate(spots[:count])]


def _opened(layout: Layout) -> Layout:
    """Return the layout of cards that are still unfolded: front and back are cut out as one."""
    (w, h), (across, down) = layout.card, layout.pitch
    return Layout(layout.name, layout.page, layout.grid, (2 * w, h), layout.corner, (across, down))


def _folds(layout: Layout) -> list[tuple[float, float, float, float]]:
    x, (y, height) = layout.corner[0] + layout.card[0], (layout.corner[1], layout.pitch[1] * layout.grid[1])
    return [(x, y, x, y + height)]
