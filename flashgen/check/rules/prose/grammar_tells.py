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
from itertools import chain
from unicodedata import category

from flashgen.check.looking import ByNote, Judge
from flashgen.check.rule import Rule
from flashgen.check.written import is_in_english
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem
from flashgen.model.text import Deletion, Parts, Text, words

_AN = re.compile(r"(?<![^\W_])an\s+[\"“\u2018'*_]*$", re.IGNORECASE)
_NEAR = 100
"""How many characters before a deletion are looked at."""

_CASED = ("Lu", "Ll", "Lt")


def _start(deck: Deck) -> Judge:
    return lambda note: chain.from_iterable(_tells(text, is_in_english(note, deck)) for text in note.own_texts)


def _tells(text: Text, is_english: bool) -> Iterator[Problem]:
    for before, deletion, after in _gaps(text.parts, "", ""):
        answer = words(deletion.parts)
        if _is_cut(before[-1:], answer[:1]) or _is_cut(answer[-1:], after[:1]):
            message = f'the deletion "{answer}" cuts a word'
            yield Problem(text.place, "grammar-tells", message, "hide the whole word", "warning", words=answer)
        elif is_english and _AN.search(before):
            message, hint = f'"an" tells how "{answer}" begins', 'hide the article with the word, or write "a(n)"'
            yield Problem(text.place, "grammar-tells", message, hint, "warning", words=answer)


def _gaps(parts: Parts, before: str, after: str) -> Iterator[tuple[str, Deletion, str]]:
    """Yield each deletion with the last words before it and the first behind it; list items stand alone."""
    said = [words((part,)) for part in parts]
    for at, part in enumerate(parts):
        if isinstance(part, (Deletion, Text)):
            behind = next((said[place] for place in range(at + 1, len(said)) if said[place]), after)
            if isinstance(part, Deletion):
                yield before, part, behind
            yield from _gaps(part.parts, before, behind)
        before = f"{before}{said[at]}"[-_NEAR:]


def _is_cut(left: str, right: str) -> bool:
    """Tell whether two characters belong to one word or number; scripts without case may write words together."""
    if not (left and right):
        return False
    return (left.isdigit() and right.isdigit()) or (category(left) in _CASED and category(right) in _CASED)


GRAMMAR_TELLS = Rule("grammar-tells", ByNote(_start), "warning")
