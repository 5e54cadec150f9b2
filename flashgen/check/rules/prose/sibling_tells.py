"""An answer that another card of the entry asks for again.

Each shows what the other hides: Anki hides only what has the number of the card; all else stands in the open. Where two
deletions, two items or two sides of a pair say the same, each is read off the other (Anki manual: deletions with one
number are hidden at once). That the words of one deletion help to recall another is as it should be.

Wrong:

    cloze: "{{Kliuchevsky}} wrote that the state swelled up; Tucker quotes {{Kliuchevsky}}."

Right:

    cloze: "{{c1::Kliuchevsky}} wrote that the state swelled up; Tucker quotes {{c1::Kliuchevsky}}."
"""

from collections.abc import Iterator

from flashgen.check.card import cards
from flashgen.check.front import pieces
from flashgen.check.rule import Rule
from flashgen.check.telling import telling
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem


def _check(deck: Deck) -> Iterator[Problem]:
    for card in (card for note in deck.notes for card in cards(note)):
        for answer in card.answers:
            for piece in pieces(card):
                told = telling(answer, piece.words) if piece.is_asked else ""
                if told:
                    said = f'the card for "{answer}" shows "{piece.words}"'
                    hint = "give deletions one number to hide them at once, as in {{c1::…}}; or say one in other words"
                    yield Problem(piece.place, "sibling-tells", said, hint, "warning", words=told)


SIBLING_TELLS = Rule("sibling-tells", _check, "warning")
