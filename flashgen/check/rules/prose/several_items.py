"""Three or more items as one answer.

Sets are hard to remember: if you forget one item, you fail the whole card (Wozniak, rules 9 and 10: avoid sets and
enumerations). A `list` asks for one item at a time and shows the others. A cloze with a deletion for each item works
too.

Wrong:

    ask: What did the Bolsheviks promise in 1917?
    answer: peace, land and bread

Right:

    list: What the Bolsheviks promised in 1917
    items: [peace, land, bread]
"""

from collections.abc import Iterator

from flashgen.check.card import cards
from flashgen.check.enumeration import enumerated
from flashgen.check.rule import Rule
from flashgen.check.written import english, unquoted
from flashgen.kinds.ask import ASK
from flashgen.kinds.cloze import CLOZE
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem


def _check(deck: Deck) -> Iterator[Problem]:
    notes = [note for note in english(deck) if note.type in (ASK.type, CLOZE.type)]
    for card in (card for note in notes for card in cards(note)):
        for answer in card.answers:
            if found := enumerated(unquoted(answer), card.prompt):
                message = f"one answer has {len(found)} items"
                hint = "make it a `list`, or a cloze with a deletion for each item"
                yield Problem(card.text.place, "several-items", message, hint, "warning", answer)


SEVERAL_ITEMS = Rule("several-items", _check, "warning")
