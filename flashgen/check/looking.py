"""How rules look at a deck: at all of it, or note by note, text by text, prompt by prompt.

Those that look note by note take turns at each, so that what they need of it is made once and then forgotten.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from flashgen.check.written import is_in_english, note_texts, note_words, other_texts, prompts
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.text import Text

Judge: TypeAlias = Callable[[Note], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class ByNote:
    """A check of one note at a time. `start` returns it for a deck; it may remember the notes before.

    `rest` finds what is in no note.
    """

    start: Callable[[Deck], Judge]
    rest: Callable[[Deck], Iterable[Problem]] = lambda _: ()


def by_note(judge: Judge) -> ByNote:
    """Return a check of each note."""
    return ByNote(lambda _: judge)


def by_english_note(judge: Judge) -> ByNote:
    """Return a check of each note that is written in English, the language that the rules of prose know."""
    return ByNote(lambda deck: lambda note: judge(note) if is_in_english(note, deck) else ())


def by_prompt(judge: Callable[[Note, Text, str], Iterable[Problem]]) -> ByNote:
    """Return a check of what asks in the author's own words, in English; the last argument is what is not quoted."""

    def judged(note: Note) -> Iterator[Problem]:
        for asked, said in prompts(note):
            yield from judge(note, asked, said)

    return by_english_note(judged)


def by_text(judge: Callable[[Text], Iterable[Problem]], marks: str) -> ByNote:
    """Return a check of all texts that reach a card, of notes, of chapters and of pages, with one of some marks."""
    mark = re.compile(f"[{re.escape(marks)}]")

    def judged(texts: Iterable[Text]) -> Iterator[Problem]:
        for text in texts:
            if mark.search(text.words):
                yield from judge(text)

    def of_note(note: Note) -> Iterable[Problem]:
        return judged(note_texts(note)) if mark.search(note_words(note)) else ()

    return ByNote(lambda _: of_note, lambda deck: judged(other_texts(deck)))


def together(one: ByNote, other: ByNote) -> ByNote:
    """Return two checks of each note as one."""

    def start(deck: Deck) -> Judge:
        first, second = one.start(deck), other.start(deck)
        return lambda note: chain(first(note), second(note))

    return ByNote(start)
