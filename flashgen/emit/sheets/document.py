"""Cards as the document that the engine sets: a template, and all that it reads, as values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flashgen.emit.sheets.asked import BACKS, BOTH, FRONTS, Asked
from flashgen.emit.sheets.card import Card
from flashgen.emit.sheets.code import code
from flashgen.emit.sheets.geometry import back_spots, cut_marks, spots
from flashgen.emit.sheets.ties import tied
from flashgen.emit.sheets.values import Value, blocks_value, line_value, long_words
from flashgen.model.deck import Deck
from flashgen.model.layout import Layout, Size
from flashgen.model.note import Chapter
from flashgen.render.blocks import Paragraph
from flashgen.render.runs import Line, Run, line

_TAKEN = 23
"""What a card's edges and its code take of its width, in mm."""


@dataclass(frozen=True, slots=True)
class Document:
    """A template by its name, its values, and how the paper is to be printed on: one side, or flipped on an edge."""

    template: str
    values: Mapping[str, object]
    duplex: str


def head(deck: Deck, layout: Layout, title: str = "") -> Value:
    """Return what every document tells of itself."""
    return {
        "title": f"{deck.name}{title}",
        "authors": list(deck.source.citation.authors),
        "language": deck.language.split("-")[0].lower() or "en",
        "page": layout.page,
    }


def sheets(deck: Deck, cards: Sequence[Card], asked: Asked, begun: str = "") -> Document:
    """Return the document of cards to be cut: a sheet's fronts on one page, its backs on the next.

    `begun` is the stem of a chapter that has its bookmark already, in a document before this one.
    """
    layout = asked.layout
    values = head(deck, layout) | {
        "card": layout.card,
        "cards": card_values(cards, deck.term_language, layout.card[0] - _TAKEN, begun),
        "sheets": [page for first in range(0, len(cards), layout.per_sheet) for page in _pages(first, cards, asked)],
    }
    return Document("cards.typ", values, _duplex(asked))


def _duplex(asked: Asked) -> str:
    both = asked.sides == BOTH and asked.layout.form in ("cards", "calibrate")
    return f"DuplexFlip{asked.flip.title()}Edge" if both else "Simplex"


def _pages(first: int, cards: Sequence[Card], asked: Asked) -> Iterator[Value]:
    """Yield the pages of the sheet that begins with a card."""
    layout, count = asked.layout, min(asked.layout.per_sheet, len(cards) - first)
    fronts = _cells(first, count, "front", spots(layout))
    if layout.form == "fold":
        backs = _cells(first, count, "back", [(x + layout.card[0], y) for x, y in spots(layout)])
        yield {"cells": [*fronts, *backs], "marks": cut_marks(_opened(layout)), "folds": _folds(layout)}
        return
    if asked.sides != BACKS:
        yield {"cells": fronts, "marks": cut_marks(layout), "folds": []}
    if asked.sides != FRONTS:
        backs = _cells(first, count, "back", back_spots(layout, asked.flip, asked.reads))
        yield {"cells": backs, "marks": [], "folds": []}


def _cells(first: int, count: int, side: str, spots: Sequence[Size]) -> list[Value]:
    return [{"card": first + place, "side": side, "x": x, "y": y} for place, (x, y) in enumerate(spots[:count])]


def _opened(layout: Layout) -> Layout:
    """Return the layout of cards that are still unfolded: front and back are cut out as one."""
    (w, h), (across, down) = layout.card, layout.pitch
    return Layout(layout.name, layout.page, layout.grid, (2 * w, h), layout.corner, (across, down))


def _folds(layout: Layout) -> list[tuple[float, float, float, float]]:
    x, (y, height) = layout.corner[0] + layout.card[0], (layout.corner[1], layout.pitch[1] * layout.grid[1])
    return [(x, y, x, y + height)]


def card_values(cards: Sequence[Card], language: str, width: float, begun: str = "") -> list[Value]:
    """Return cards as values, for text about that wide, in mm.

    The first of each chapter says so, unless the chapter has begun before.
    """
    bands: dict[str, Line] = {}
    made = []
    for place, card in enumerate(cards):
        first = card.chapter.stem not in (begun, *bands)
        band = bands.setdefault(card.chapter.stem, chapter_line(card.chapter, language))
        made.append(
            _card_value(card, place, width) | {"first": first, "band": line_value(band), "long-band": _long(band)}
        )
    return made


def chapter_line(chapter: Chapter, language: str) -> Line:
    """Return the number and the title of a chapter."""
    return (Run(f"{chapter.numeral} · "), *line(chapter.title, language))


def _long(runs: Line) -> list[list[str | Value]]:
    return long_words((Paragraph(runs),))


def _card_value(card: Card, place: int, width: float) -> Value:
    drawn, side = code(card.url) if card.url else (None, 0.0)
    sides = (card.prompt, card.answer, card.answers, card.extra)
    prompt, answer, answers, extra = (tied(blocks, width) for blocks in sides)
    return {
        "place": place,
        "id": card.id,
        "question": card.question,
        "prompt": blocks_value(prompt),
        "hint": line_value(card.hint),
        "answer": blocks_value(answer),
        "answers": blocks_value(answers),
        "extra": blocks_value(extra),
        "cite": card.cite,
        "url": card.url,
        "code": drawn,
        "side": side,
        "long-front": long_words((*prompt, Paragraph(card.hint))),
        "long-back": long_words((*answer, *answers, *extra)),
        "long-foot": long_words((Paragraph((Run(card.id),)), Paragraph((Run(card.cite),)))),
    }
