"""Lay cards out as a document: fronts on each sheet, and their backs behind them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from math import ceil

from flashgen.emit.paper.document import Document, head
from flashgen.emit.paper.sheets.card import Card
from flashgen.emit.paper.sheets.face import card_values
from flashgen.emit.paper.sheets.geometry import Line, back_spots, cut_lines, cut_marks, label_spot, spots
from flashgen.emit.paper.sheets.measures import measures
from flashgen.emit.paper.sheets.options import BACKS, BOTH, FRONTS, LINES, STACK, SheetOptions
from flashgen.emit.paper.values import Value
from flashgen.model.deck import Deck
from flashgen.model.language import direction
from flashgen.model.layout import Layout, Size

Places = Sequence[Card | None]
"""What lies in each place of each sheet: a card, or nothing."""

Indices = Sequence[int | None]
"""The same, with the places of cards in their document."""


def dealt(cards: Sequence[Card], options: SheetOptions) -> Places:
    """Return what lies in each place: cards row by row, or one behind the other, as the places of a stack are cut."""
    if options.order != STACK:
        return cards
    count = ceil(len(cards) / options.layout.per_sheet)
    numbers = [place * count + sheet for sheet in range(count) for place in range(options.layout.per_sheet)]
    return [cards[number] if number < len(cards) else None for number in numbers]


def sheets(deck: Deck, places: Places, options: SheetOptions, before: int = 0, total: int = 0) -> Document:
    """Return the document of cards to be cut: a sheet's fronts on one page, its backs on the next.

    So many sheets are `before` it, of a `total`; without these, there is no other document.
    """
    layout, of, numbers = options.layout, measures(options.layout), count()
    indices = [next(numbers) if card else None for card in places]
    step, names = layout.per_sheet, _names(before, total or ceil(len(places) / layout.per_sheet))
    dealt = zip(names, (indices[first : first + step] for first in range(0, len(places), step)), strict=False)
    values = head(deck, layout) | {
        "card": layout.card,
        "edge": of.edge,
        "largest": {"front": of.front, "back": of.back},
        "small": of.small,
        "headed": "back" if options.sides == BACKS else "front",
        "cards": card_values([card for card in places if card], deck, layout),
        "sheets": [page for name, cards in dealt for page in _pages(name, cards, options, deck)],
    }
    return Document("sheets/templates/cards.typ", values, _duplex(options))


def _names(before: int, total: int) -> Iterator[str]:
    """Yield what each sheet is called, from that behind so many others."""
    return (f"{number} / {total}" for number in count(before + 1))


def _duplex(options: SheetOptions) -> str:
    both = options.sides == BOTH and options.layout.form in ("cards", "calibrate")
    return f"DuplexFlip{options.flip.title()}Edge" if both else "Simplex"


def _pages(name: str, cards: Indices, options: SheetOptions, deck: Deck) -> Iterator[Value]:
    """Yield the pages of a sheet."""
    layout, words = options.layout, deck.words
    if layout.form == "fold":
        yield _folded(name, cards, options, direction(deck.language) == "rtl")
        return
    if options.sides != BACKS:
        fronts = spots(layout)
        cells, spot = _cells(cards, "front", fronts), label_spot(layout, fronts)
        yield _page(f"{name}, {words.sheet_front}", spot, cells) | _cuts(layout, options)
    if options.sides != FRONTS:
        cells = _cells(cards, "back", back_spots(layout, options.flip, options.reads))
        yield _page(f"{name}, {words.sheet_back}", label_spot(layout, back_spots(layout, options.flip)), cells)


def _folded(name: str, cards: Indices, options: SheetOptions, turned: bool) -> Value:
    """Return a page of cards to be folded, the fronts beside the backs; `turned` puts them the other way round."""
    layout = options.layout
    (width, height), fronts = layout.card, spots(layout)
    backs = tuple((x + width, y) for x, y in fronts)
    fronts, backs = (backs, fronts) if turned else (fronts, backs)
    cells = [*_cells(cards, "front", fronts), *_cells(cards, "back", backs)]
    opened = replace(layout, card=(2 * width, height), pitch=(2 * width, layout.pitch[1]))
    return _page(name, label_spot(opened, spots(opened)), cells) | _cuts(opened, options) | {"folds": _folds(layout)}


def _page(label: str, spot: Size | None, cells: Sequence[Value]) -> Value:
    """Return a page; its label stands where there is a spot for it."""
    return {"label": label, "spot": spot, "cells": cells, "marks": [], "lines": [], "folds": []}


def _cuts(layout: Layout, options: SheetOptions) -> Value:
    """Return where to cut a page, as marks or as lines."""
    return {"lines": cut_lines(layout)} if options.cut == LINES else {"marks": cut_marks(layout)}


def _cells(cards: Indices, side: str, spots: Sequence[Size]) -> list[Value]:
    return [
        {"card": card, "side": side, "x": x, "y": y}
        for card, (x, y) in zip(cards, spots, strict=False)
        if card is not None
    ]


def _folds(layout: Layout) -> list[Line]:
    x, (y, height) = layout.corner[0] + layout.card[0], (layout.corner[1], layout.pitch[1] * layout.grid[1])
    return [(x, y, x, y + height)]
