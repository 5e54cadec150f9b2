"""A deletion that hides only a function word.

Recalling "and" or "the" teaches grammar, not the subject. Hide what the sentence is about (Matuschak: a prompt should
be focused). Words that can be the point, such as "not", "before" or "under", are not reported.

Wrong:

    cloze: The state swelled up {{and}} the people grew lean.

Right:

    cloze: The state swelled up and the people {{grew lean}}.
"""

import re
from collections.abc import Iterator

from flashgen.check.card import cards
from flashgen.check.rule import Rule
from flashgen.check.telling import main_words
from flashgen.check.written import english
from flashgen.kinds.list import LIST
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem

_WORDS = re.compile(r"([*_\"]*)[^\W\d_]+(?:['’ ][^\W\d_]+)*\1")
"""Words as in a sentence: no code, no compound such as "is-a", no formula."""

_MENTIONED = re.compile(r"\b(?:an?|the) \[|[,:(] \[[^]]*\][,;.)]", re.IGNORECASE)
"""A blank on a front for a word that is spoken of: "an […] parameter", "the keywords for, […], and while"."""


def _check(deck: Deck) -> Iterator[Problem]:
    hiding = [note for note in english(deck) if note.type.own and note.type != LIST.type]
    for card in (card for note in hiding for card in cards(note) if not _MENTIONED.search(card.prompt)):
        for answer in card.answers:
            if _WORDS.fullmatch(answer) and not main_words(answer) and not answer.isupper():
                message, hint = f'"{answer}" has no meaning of its own', "hide what the sentence is about"
                yield Problem(card.text.place, "hidden-filler", message, hint, "warning", words=answer)


HIDDEN_FILLER = Rule("hidden-filler", _check, "warning")
