"""What stands beside a card in the browser: the findings in its entry, and whether it was compared with the text."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from flashgen.check.lookups import lookups
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.problem import Problem


def findings_by_note(deck: Deck, problems: Iterable[Problem]) -> Mapping[str, Sequence[Problem]]:
    """Return the problems in the entries of a deck by the notes' ids; those elsewhere are left out."""
    entries: dict[str, list[tuple[int, str]]] = {}
    for note in deck.notes:
        entries.setdefault(note.place.path, []).append((_start(note), note.id))
    for starts in entries.values():
        starts.sort()
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        starts = entries.get(problem.place.path, [])
        at = bisect_right(starts, problem.place.line, key=lambda start: start[0])
        if at:
            found.setdefault(starts[at - 1][1], []).append(problem)
    return found


def _start(note: Note) -> int:
    """Return the first line of a note's entry that is known."""
    texts = [text for text in (*note.fields, note.hint, note.extra, note.withdrawn) if text]
    return min(place.line for place in (note.place, note.cite.place, *[text.place for text in texts]))


def proved(deck: Deck) -> frozenset[str]:
    """Return the ids of the notes that are as they were when they were compared with the text."""
    proof = deck.proof
    if not proof:
        return frozenset()
    return frozenset(note.id for note, words in lookups(deck) if proof.holds(note.id, words.hash(proof.salt)))
