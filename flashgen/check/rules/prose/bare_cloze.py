"""Too few words around a blank.

You review a card alone, months later, among cards from other subjects, so the words around the blank must say which
fact it asks for (Wozniak, rule 16: context cues). A hint in the blank counts too.

Wrong:

    cloze: "{{Barshchina}} was labour."

Right:

    cloze: "{{Barshchina}} was the labour that a serf owed on the lord's own land."
"""

from collections.abc import Iterator

from flashgen.check import limits
from flashgen.check.card import cards
from flashgen.check.rule import Rule
from flashgen.check.tokens import count, count_signs
from flashgen.kinds.list import LIST
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem


def _check(deck: Deck) -> Iterator[Problem]:
    hiding = [note for note in deck.notes if note.type.hiding and note.type != LIST.type]
    for card in (card for note in hiding for card in cards(note)):
        is_in_formula = any(blank.is_in_formula for blank in card.text.deletions if blank.number == card.number)
        shown = count_signs(card.prompt) if is_in_formula else count(card.prompt)
        if shown < limits.LEAST_SHOWN:
            left = "no word" if shown == 0 else "one word" if shown == 1 else f"{shown} words"
            hint = "write the whole fact: who, when, of what"
            yield Problem(card.text.place, "bare-cloze", f"{left} left around the blank", hint, "warning")


BARE_CLOZE = Rule("bare-cloze", _check, "warning")
