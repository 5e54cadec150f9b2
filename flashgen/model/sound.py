"""The sound notes of decks: those that no finding is about."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.place import Place
from flashgen.model.problem import Problem


def sound(decks: Sequence[Deck], problems: Iterable[Problem]) -> tuple[Deck, ...]:
    """Return decks with the notes that no problem is about; none if a problem is about no note."""
    begins = sorted((_begin(note), note.id) for deck in decks for note in deck.notes)
    faulty = set[tuple[Place, str]]()
    for problem in problems:
        found = bisect_right(begins, (problem.place, "\uffff")) - 1
        if found < 0 or begins[found][0].path != problem.place.path:
            return ()
        faulty.add(begins[found])
    left = [(deck, [note for note in deck.notes if (_begin(note), note.id) not in faulty]) for deck in decks]
    return tuple([replace(deck, notes=tuple(notes)) for deck, notes in left if notes])


def _begin(note: Note) -> Place:
    """Return where the first of a note's keys stands that have a value; keys are in any order."""
    texts = [text.place for text in (*note.fields, note.hint, note.extra, note.withdrawn) if text]
    first = min(note.place, note.cite.place, *texts)
    return Place(first.path, first.line, 1)
