"""The cards to learn, and what a learner knows of each."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from flashgen.history.continuity import released
from flashgen.history.identity import guid
from flashgen.history.order import dues
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.scheduled import CardKey
from flashgen.model.tier import CORE
from flashgen.study.memory import State


@dataclass(frozen=True, slots=True)
class Known:
    """What a learner knows of a card: its memory state, and the days from today of its last review and the next."""

    state: State
    last: int
    due: int


@dataclass(frozen=True, slots=True)
class Card:
    """A card to learn: the place of its note, its chapter's stem, and what is known of it; None for a new one.

    `core` tells whether its note is of the deck's core.
    """

    note: int
    chapter: str
    known: Known | None = None
    core: bool = False


def cards(
    deck: Deck, notes: Sequence[Note], known: Mapping[CardKey, Known], left_out: Collection[CardKey] = ()
) -> tuple[Card, ...]:
    """Return the cards of notes in the order in which Anki teaches them, without those to leave out."""
    place, names = dues(deck), guids(deck, notes)
    taught = sorted([note for note in notes if note.withdrawn is None], key=lambda note: place[note.id])
    return tuple(
        [
            Card(number, note.chapter.stem, known.get((names[note.id], ordinal)), note.tier == CORE)
            for number, note in enumerate(taught)
            for ordinal in note.ordinals
            if (names[note.id], ordinal) not in left_out
        ]
    )


def guids(deck: Deck, notes: Sequence[Note]) -> dict[str, str]:
    """Return the GUID of each note, by its id."""
    before = {note.id: released(deck.lock, note) for note in notes}
    return {id: old.guid if old else guid(deck.uid, id) for id, old in before.items()}
