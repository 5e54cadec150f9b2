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
from flashgen.check.looking import by_note
from flashgen.check.rule import Rule
from flashgen.check.tokens import count, count_signs
from flashgen.kinds.list import LIST
from flashgen.model.note import Note
from flashgen.model.problem import Problem

_ENOUGH = 3 * limits.LEAST_SHOWN
"""How many pieces of a front are enough to see whether it has that many words."""


def _judge(note: Note) -> Iterator[Problem]:
    for card in cards(note) if note.type.hiding and note.type is not LIST.type else ():
        is_in_formula = "\\" in card.prompt and any(
            blank.is_in_formula for blank in card.text.deletions if blank.number == card.number
        )
        start = card.prompt if "\\" in card.prompt else " ".join(card.prompt.split(maxsplit=_ENOUGH)[:_ENOUGH])
        shown = count_signs(card.prompt) if is_in_formula else count(start)
        if shown < limits.LEAST_SHOWN:
            left = "no word" if shown == 0 else "one word" if shown == 1 else f"{shown} words"
            hint = "write the whole fact: who, when, of what"
            yield Problem(card.text.place, "bare-cloze", f"{left} left around the blank", hint, "warning")


BARE_CLOZE = Rule("bare-cloze", by_note(_judge), "warning")
