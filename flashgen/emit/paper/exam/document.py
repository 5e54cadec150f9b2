"""Papers and keys as documents for the engine."""

from collections.abc import Sequence
from itertools import groupby

from flashgen.emit.paper.document import Document, head
from flashgen.emit.paper.exam.item import Item
from flashgen.emit.paper.exam.sitting import Sitting
from flashgen.emit.paper.typography import typography
from flashgen.emit.paper.values import Value, blocks_value, line_value
from flashgen.model.deck import Deck
from flashgen.model.layout import Layout, Size


def document(deck: Deck, items: Sequence[Item], sitting: Sitting, page: Size, key: bool = False) -> Document:
    """Return the document of a paper, or of its key."""
    words, sitting = deck.words, sitting.key(deck) if key else sitting
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
        "parts": [_part(deck, form, [*some]) for form, some in groupby(items, key=lambda item: item.form)],
    }
    return Document("exam/templates/paper.typ", values, "Simplex")


def _part(deck: Deck, form: str, items: Sequence[Item]) -> Value:
    return {
        "says": deck.words.phrase(f"paper_{form}"),
        "points": sum(item.points for item in items),
        "items": [_value(deck, item) for item in items],
    }


def _value(deck: Deck, item: Item) -> Value:
    return {
        "number": item.number,
        "form": item.form,
        "points": item.points,
        "language": typography(item.language or deck.language),
        "lead": item.lead,
        "prompt": blocks_value(item.prompt),
        "rows": [line_value(row) for row in item.rows],
        "options": [line_value(option) for option in item.options],
        "right": item.right,
        "lines": item.lines,
        "key": blocks_value(item.key),
        "cite": item.cite,
    }
