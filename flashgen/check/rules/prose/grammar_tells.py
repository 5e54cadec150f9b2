"""Grammar that gives the answer away: "an" before a blank, or part of a word beside it.

You can fit the grammar around a blank without knowing the fact (Matuschak: a prompt should be effortful). "An" rules
out every word that begins with a consonant, and half a word suggests its other half.

Wrong:

    cloze: Formally the kolkhoz was an {{artel}} of peasants who farmed together.

Right:

    cloze: Formally the kolkhoz was {{an artel}} of peasants who farmed together.
"""

import re
from collections.abc import Iterator
from unicodedata import category

from flashgen.check.rule import Rule
from flashgen.check.written import english
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem
from flashgen.model.text import Deletion, Parts, Text, words

_AN = re.compile(r"(?<![^\W_])an\s+[\"“\u2018'*_]*$", re.IGNORECASE)
_CASED = ("Lu", "Ll", "Lt")


def _check(deck: Deck) -> Iterator[Problem]:
    known = {note.id for note in english(deck)}
    for note, text in [(one, text) for one in deck.notes for text in one.own_texts]:
        for before, deletion, after in _gaps(text.parts, "", ""):
            answer = words(deletion.parts)
            if _is_cut(before[-1:], answer[:1]) or _is_cut(answer[-1:], after[:1]):
                message = f'the deletion "{answer}" cuts a word'
                yield Problem(text.place, "grammar-tells", message, "hide the whole word", "warning", words=answer)
            elif note.id in known and _AN.search(before):
                message, hint = f'"an" tells how "{answer}" begins', 'hide the article with the word, or write "a(n)"'
                yield Problem(text.place, "grammar-tells", message, hint, "warning", words=answer)


def _gaps(parts: Parts, before: str, after: str) -> Iterator[tuple[str, Deletion, str]]:
    """Yield each deletion with what stands before and behind it; list items stand alone."""
    for at, part in enumerate(parts):
        if isinstance(part, (Deletion, Text)):
            left, right = before + words(parts[:at]), words(parts[at + 1 :]) + after
            if isinstance(part, Deletion):
                yield left, part, right
            yield from _gaps(part.parts, left, right)


def _is_cut(left: str, right: str) -> bool:
    """Tell whether two characters belong to one word or number; scripts without case may write words together."""
    if not (left and right):
        return False
    return (left.isdigit() and right.isdigit()) or (category(left) in _CASED and category(right) in _CASED)


GRAMMAR_TELLS = Rule("grammar-tells", _check, "warning")
