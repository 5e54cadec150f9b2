"""A card's front in pieces: what is always visible, and what other cards of the note ask for."""

from collections.abc import Iterator
from dataclasses import dataclass

from flashgen.check.card import Card, covered
from flashgen.check.once import once
from flashgen.model.note import Note
from flashgen.model.place import Place
from flashgen.model.text import Deletion, Items, Math, Parts, Text, deletions, words

_GAP = " … "


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that a front shows, where their text stands, and whether another card of the note asks for them."""

    words: str
    place: Place
    is_asked: bool = False


@once
def pieces(card: Card) -> tuple[Piece, ...]:
    """Return the pieces of a card's front; hints are none of them. What is in the open in one text is one piece."""
    found = [piece for text in card.front for piece in _pieces(text.parts, text.place, card)]
    shown = [piece for piece in found if not piece.is_asked]
    places = dict.fromkeys(piece.place for piece in shown)
    joined = [Piece("".join(piece.words for piece in shown if piece.place == place), place) for place in places]
    return (*joined, *[piece for piece in found if piece.is_asked])


def _pieces(parts: Parts, place: Place, card: Card) -> Iterator[Piece]:
    number = card.number
    for part in parts:
        if isinstance(part, Items):
            for row in part.rows:
                own = any(deletion.number == number for deletion in deletions(row))
                yield from _pieces(row, place, card) if own else _asked(row, place, card)
        elif isinstance(part, Deletion):
            yield from _asked(part.parts, place, card) if part.number != number else (Piece(_GAP, place),)
        elif isinstance(part, Math) and part.deletions:
            yield from _formula(part, place, number)
        elif isinstance(part, Text):
            yield from (_asked if _is_asked(part, card.note) else _pieces)(part.parts, part.place, card)
        else:
            yield Piece(covered((part,), number), place)


def _formula(part: Math, place: Place, number: int) -> Iterator[Piece]:
    """Yield what is in the open in a formula with deletions as one piece, and each that another card asks for."""
    shown = [tex if isinstance(tex, str) else _GAP for tex in part.parts]
    yield Piece(Math(tuple(shown), part.display).written, place)
    others = [deletion for deletion in part.deletions if deletion.number != number]
    yield from [Piece(words(deletion.parts), place, is_asked=True) for deletion in others]


def _asked(parts: Parts, place: Place, card: Card) -> Iterator[Piece]:
    yield Piece(_GAP, place)
    yield Piece(covered(parts, card.number), place, is_asked=True)


def _is_asked(part: Text, note: Note) -> bool:
    """Tell whether a text inside another is the answer of a card: a side of a pair, the speaker of a quotation."""
    if note.type.hiding:
        hidden = [one for text in note.named.values() for deletion in text.deletions for one in deletion.parts]
        return not part.deletions and (part == note.fields[0] or part in hidden)
    return part in [note.fields[note.type.fields.index(name)] for card in note.type.cards for name in card.answer]
