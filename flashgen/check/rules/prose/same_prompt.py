"""Two cards with the same front.

Learners cannot know which of the two cards this is, and are wrong half of the time (Wozniak, rule 11: combat
interference). Case, punctuation and emphasis are ignored; formulas are compared exactly.

Wrong:

    - ask: Who summed up Russian history in one formula?
      answer: Kliuchevsky
    - ask: Who summed up Russian history, in one formula?
      answer: the author of the *Kurs*

Right:

    - ask: Who summed up Russian history in one formula?
      answer: Kliuchevsky
"""

import re
from collections.abc import Iterable
from unicodedata import normalize

from flashgen.check.card import Card, cards
from flashgen.check.looking import ByNote, Judge
from flashgen.check.rule import Rule
from flashgen.load.invisible import visible
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.text import Items, Math, Part

_EXACT = re.compile(r"`|\d[!*'_]|[!*'_]\d")
_SHOWN_ALIKE = re.compile(r"[.,;:!?*_\"\'\u2018-\u201f\u00ab\u00bb()]")


def _start(_: Deck) -> Judge:
    first: dict[str, Note] = {}

    def judge(note: Note) -> Iterable[Problem]:
        found: dict[str, Problem] = {}
        for card in () if note.withdrawn else cards(note):
            other = first.setdefault(_seen(card), note)
            if other is not note:
                place = f"{other.place.path}:{other.place.line}"
                message = f'a card of "{other.id}" has the same front: {place}'
                hint = "say in each prompt what sets it apart, or merge the two entries"
                found.setdefault(other.id, Problem(card.front[0].place, "same-prompt", message, hint))
        return found.values()

    return judge


def _seen(card: Card) -> str:
    """Return a card's front as the eye takes it in."""
    prompt = normalize("NFC", " ".join(visible(card.prompt).split()))
    if _EXACT.search(prompt) or ("\\" in prompt and any(_has_formula(text) for text in card.front)):
        return prompt
    plain = " ".join(_SHOWN_ALIKE.sub(" ", prompt).casefold().split())
    return plain if any(map(str.isalnum, plain)) else prompt


def _has_formula(part: Part) -> bool:
    if isinstance(part, Items):
        return any(_has_formula(inner) for row in part.rows for inner in row)
    if isinstance(part, (str, Math)):
        return isinstance(part, Math)
    return any(_has_formula(inner) for inner in part.parts)


SAME_PROMPT = Rule("same-prompt", ByNote(_start), judges_cards=True)
