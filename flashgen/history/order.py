"""Position notes for new learners: in book order, with gaps, so that an inserted note does not move the others."""

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from flashgen.history.continuity import released
from flashgen.kinds import KINDS
from flashgen.model.deck import Deck
from flashgen.model.lock import ReleasedNote
from flashgen.model.tier import CORE

Number = TypeVar("Number", int, Decimal)

LAST = 999_999
"""The position of withdrawn notes. Anki's Check Database moves new cards with a higher one."""

_STEP = 100
_LATER = 20 * _STEP + 1
"""How far a late card stands behind the others of its note: behind 20 notes, with more cards than Anki teaches a day.

Of a day's new cards, Anki shows those with the lowest number first, and the card for a whole list has number 1.
"""

_LATE = {kind.type.name: kind.type.late for kind in KINDS}


def dues(deck: Deck) -> dict[str, int]:
    """Return each note's position among new cards, by id.

    Each section has its own range, so that a chapter built alone gets the same positions as in the whole deck; where
    the core is to come first, it has one for its core, and behind those of all sections one for the rest. A note keeps
    its released position as long as the order allows. Withdrawn notes come last of all.
    """
    places = dict(zip((chapter.stem for chapter in deck.chapters), ranks(deck), strict=True))
    count = max(deck.section_count, len(deck.chapters))
    room = LAST // (count * (2 if deck.core_first else 1) + 1)
    ranges: dict[int, list[tuple[str, int]]] = {}
    for note in [note for note in deck.notes if not note.withdrawn]:
        before, behind = released(deck.lock, note), deck.core_first and note.tier != CORE
        place = places[note.chapter.stem] + count * behind
        ranges.setdefault(place, []).append((note.id, before.due if before else 0))
    positions = {note.id: LAST for note in deck.notes if note.withdrawn}
    for place, notes in ranges.items():
        ids, old = zip(*notes, strict=True)
        positions |= zip(ids, _placed(old, place * room, (place + 1) * room), strict=True)
    return positions


def card_due(note: ReleasedNote, number: int) -> int:
    """Return the position among new cards of one of a note's cards."""
    return min(note.due + _LATER, LAST) if number in _LATE[note.kind] else note.due


def ranks(deck: Deck) -> list[int]:
    """Return the place of each chapter: its section's, or its file's if the files are in another order."""
    sections = [chapter.position for chapter in deck.chapters]
    return sections if sections == sorted(sections) else list(range(1, len(sections) + 1))


def _placed(old: Sequence[int], low: int, high: int) -> list[int]:
    """Return ascending positions between two bounds; keep as many of the old ones as possible (0: no position yet)."""
    kept = {place: old[place] for place in growing(old, low, high)}
    positions: list[int] = []
    while len(positions) < len(old):
        if len(positions) in kept:
            positions.append(kept[len(positions)])
            continue
        following = next((place for place in range(len(positions), len(old)) if place in kept), len(old))
        start, end, count = positions[-1] if positions else low, kept.get(following, high), following - len(positions)
        step = min(_STEP, (end - start) // (count + 1))
        if step == 0:
            return _even(len(old), low, high)
        positions += range(start + step, start + step * count + 1, step)
    return positions


def _even(count: int, low: int, high: int) -> list[int]:
    """Return positions for a section without room: spread evenly, and past its end all at the last one."""
    step = max(1, min(_STEP, (high - low) // (count + 1)))
    return [min(low + place * step, high - 1) for place in range(1, count + 1)]


def growing(old: Sequence[Number], low: Number, high: Number) -> list[int]:
    """Return the indices of a longest strictly increasing subsequence between two bounds, both excluded."""
    tails: list[Number] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place, number in enumerate(old):
        if low < number < high:
            at = bisect_left(tails, number)
            before[place] = ends[at - 1] if at else None
            tails[at : at + 1], ends[at : at + 1] = [number], [place]
    places, last = [], ends[-1] if ends else None
    while last is not None:
        places.append(last)
        last = before[last]
    return places[::-1]
