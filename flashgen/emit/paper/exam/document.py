"""Papers and keys as documents for the engine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from flashgen.emit.paper.document import Document, head
from flashgen.emit.paper.exam.item import Item
from flashgen.emit.paper.exam.sitting import Sitting
from flashgen.emit.paper.typography import typography
from flashgen.emit.paper.values import Value, blocks_value, line_value, long_words, plain_value
from flashgen.model.deck import Deck
from flashgen.model.layout import Layout, Size
from flashgen.render.blocks import Paragraph
from flashgen.render.inline import Run
from flashgen.study.paper.question import CHOICE, MATCH, ORDER

_ASIDE = 61.0
"""The width of the margins, the numbers and the points together, in mm."""

_MARKS = {MATCH: 29.0, CHOICE: 6.0, ORDER: 9.0}
"""The width of the numbers, letters and boxes beside the lines of a question, in mm."""

_LETTERS = 12.0
"""The same in a key."""

_SIZE = 10.5
"""The size of the text, in pt."""


def document(deck: Deck, items: Sequence[Item], sitting: Sitting, page: Size, key: bool = False) -> Document:
    """Return the document of a paper, or of its key."""
    words, sitting = deck.words, sitting.key(deck) if key else sitting
    room = _Room(page[0] - _ASIDE, key, {item.number: place for place, item in enumerate(asked(items))})
    values = head(deck, Layout("paper", page, (1, 1), page, (0, 0), page), sitting.title) | {
        "name": deck.name,
        "origin": sitting.origin,
        "key": key,
        "total": sum(item.points for item in items),
        "said": {
            "what": sitting.title,
            "name": words.paper_name,
            "date": words.paper_date,
            "mark": words.paper_mark,
            "points": words.paper_points,
        },
        "parts": [_part(deck, form, [*some], room) for form, some in groupby(items, key=lambda item: item.form)],
    }
    return Document("exam/templates/paper.typ", values, "Simplex")


def asked(items: Sequence[Item]) -> list[Item]:
    """Return the questions that come from cards; reports of what does not fit count these only."""
    return [item for item in items if item.faces]


@dataclass(frozen=True, slots=True)
class _Room:
    """The width for questions in mm, whether this is the key, and the places of the questions that come from cards."""

    across: float
    key: bool
    places: Mapping[int, int]


def _part(deck: Deck, form: str, items: Sequence[Item], room: _Room) -> Value:
    return {
        "says": deck.words.phrase(f"paper_{form}"),
        "points": sum(item.points for item in items),
        "items": [_value(deck, item) | _widths(item, room) for item in items],
    }


def _value(deck: Deck, item: Item) -> Value:
    return {
        "number": item.number,
        "form": item.form,
        "points": item.points,
        "language": typography(item.language or deck.language),
        "lead": plain_value(item.lead),
        "prompt": blocks_value(item.prompt),
        "rows": [line_value(row) for row in item.rows],
        "options": [line_value(option) for option in item.options],
        "right": item.right,
        "lines": item.lines,
        "key": blocks_value(item.key),
        "cite": plain_value(item.cite),
    }


def _widths(item: Item, room: _Room) -> Value:
    """Return the room for a question and for its lines in mm, and the words that may be wider."""
    across = room.across - _LETTERS if room.key else room.across
    column = (across - _MARKS.get(item.form, 0)) / (2 if item.rows else 1)
    lines = () if room.key else tuple(Paragraph(runs) for runs in (*item.rows, *item.options))
    words = item.key if room.key else (Paragraph((Run(item.lead),)), *item.prompt)
    return {
        "place": room.places.get(item.number, -1),
        "across": across,
        "column": column,
        "long": long_words(words, across, _SIZE),
        "long-lines": long_words(lines, column, _SIZE),
    }
