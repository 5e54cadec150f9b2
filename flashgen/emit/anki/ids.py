"""Number notes and cards for Anki so that all cards of a note stand side by side, however late some were added.

Anki takes over the ids of a package. When the front of a template changes, it looks note by note which cards are
missing, and in some collections reads all cards in the order of their ids: a note whose cards stand apart is two notes
to it there, and gets its cards a second time.
"""

from collections.abc import Iterable
from itertools import count, groupby

from flashgen.history.identity import number
from flashgen.model.lock import ReleasedNote

_ROOM = 512
"""How many ids a note has: its own, and one for each card. Anki makes at most 500 cards of a cloze."""

_MONTH = 30 * 86_400_000
"""In milliseconds. Each deck's ids lie this much or less before the release, so that those of two decks stay apart."""


def note_ids(uid: str, notes: Iterable[ReleasedNote]) -> dict[str, int]:
    """Return the ids of all notes that a deck has released, by their GUIDs; a card's is its number more.

    Like Anki's own, they are times in milliseconds; they lie before the note's first release, and no later one
    changes them.
    """
    places: dict[str, int] = {}
    taken: set[int] = set()
    before = number(uid, "ids") % _MONTH
    for first, group in groupby(sorted(notes, key=lambda note: (_first(note), note.guid)), _first):
        latest = (first * 1000 - before) // _ROOM - 1
        free = (place for place in count(latest, -1) if place not in taken)
        made = {note.guid: place for note, place in zip(group, free, strict=False)}
        taken.update(made.values())
        places |= made
    return {guid: place * _ROOM for guid, place in places.items()}


def _first(note: ReleasedNote) -> int:
    return min((note.time, *note.given.values()))
