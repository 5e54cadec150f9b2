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
from flashgen.check.looking import by_english_note
from flashgen.check.rule import Rule
from flashgen.check.telling import main_words
from flashgen.kinds.list import LIST
from flashgen.model.note import Note
from flashgen.model.problem import Problem

_WORDS = re.compile(r"([*_\"]*)[^\W\d_]+(?:['’ ][^\W\d_]+)*\1")
"""Words as in a sentence: no code, no compound such as "is-a", no formula."""

_MENTIONED = re.compile(r"\b(?:an?|the) \[|[,:(] \[[^]]*\][,;.)]", re.IGNORECASE)
"""A blank on a front for a word that is spoken of: "an […] parameter", "the keywords for, […], and while"."""


def _judge(note: Note) -> Iterator[Problem]:
    for card in cards(note) if note.type.hiding and note.type is not LIST.type and note.type.own else ():
        for answer in card.answers:
            is_filler = _WORDS.fullmatch(answer) and not main_words(answer) and not answer.isupper()
            if is_filler and not _MENTIONED.search(card.prompt):
                message, hint = f'"{answer}" has no meaning of its own', "hide what the sentence is about"
                yield Problem(card.text.place, "hidden-filler", message, hint, "warning", words=answer)


HIDDEN_FILLER = Rule("hidden-filler", by_english_note(_judge), "warning")
