"""An answer that another card of the entry asks for again.

Anki hides only the deletions with the card's own number, so each of the two cards shows the answer of the other (Anki
manual: deletions with the same number are hidden together). This holds for deletions, items and sides of a pair that
have the same words. Words that only help to recall another deletion are not reported.

Wrong:

    cloze: "{{Kliuchevsky}} wrote that the state swelled up; Tucker quotes {{Kliuchevsky}}."

Right:

    cloze: "{{c1::Kliuchevsky}} wrote that the state swelled up; Tucker quotes {{c1::Kliuchevsky}}."
"""

from collections.abc import Iterator

from flashgen.check.card import Card, cards
from flashgen.check.front import Piece, pieces
from flashgen.check.looking import by_note
from flashgen.check.rule import Rule
from flashgen.check.telling import telling
from flashgen.kinds.list import LIST
from flashgen.kinds.pair import PAIR
from flashgen.kinds.quote import QUOTE, SPEAKER
from flashgen.model.note import Note
from flashgen.model.problem import Problem

_ITEM = "reword one of the items, or write the two as one"
_SIDE = "reword one of the sides, or ask for it in another way with `asks`"
_DELETION = "give both deletions the same number, as in {{c1::…}}, or reword one"
_SPEAKER = "reword `by` or `of`, or quote and hide other words"
_HINTS = {LIST.type: _ITEM, PAIR.type: _SIDE}


def _judge(note: Note) -> Iterator[Problem]:
    for card in cards(note):
        for answer in card.answers:
            for piece in pieces(card):
                told = telling(answer, piece.words) if piece.is_asked else ""
                if told:
                    message = f'the card for "{answer}" shows "{piece.words}"'
                    yield Problem(piece.place, "sibling-tells", message, _hint(card, piece), "warning", words=told)


def _hint(card: Card, piece: Piece) -> str:
    """Return what to do; in a quotation, who said it and of what has no number to share."""
    saying = card.note.fields[0]
    if card.note.type == QUOTE.type and saying and (card.number == SPEAKER or piece.place != saying.place):
        return _SPEAKER
    return _HINTS.get(card.note.type, _DELETION)


SIBLING_TELLS = Rule("sibling-tells", by_note(_judge), "warning")
