"""Where new learners meet a note: in book order, with gaps, so that what comes between moves no other note."""

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from flashgen.history.continuity import released
from flashgen.model.deck import Deck

Number = TypeVar("Number", int, Decimal)

_HIGHEST = 999_999
"""Check Database moves new cards with a higher position."""

_STEP = 100


def dues(deck: Deck) -> dict[str, int]:
    """Return each note's position among new cards, by id.

    Every section has a range of its own, so that a chapter alone and the whole deck agree. A note keeps the position
    that it was released with as long as the order allows it.
    """
    places = dict(zip((chapter.stem for chapter in deck.chapters), ranks(deck), strict=True))
    room = _HIGHEST // (max(len(deck.source.sections), len(deck.chapters)) + 1)
    ranges: dict[int, list[tuple[str, int]]] = {}
    for note in deck.notes:
        before = released(deck.lock, note)
        ranges.setdefault(places[note.chapter.stem], []).append((note.id, before.due if before else 0))
    found: dict[str, int] = {}
    for place, notes in ranges.items():
        ids, old = zip(*notes, strict=True)
        found |= zip(ids, _placed(old, place * room, (place + 1) * room), strict=True)
    return found


def ranks(deck: Deck) -> list[int]:
    """Return the place of each chapter: that of its section, or its own where the files follow in another order."""
    sections = [chapter.position for chapter in deck.chapters]
    return sections if sections == sorted(sections) else list(range(1, len(sections) + 1))


def _placed(old: Sequence[int], low: int, high: int) -> list[int]:
    """Return growing positions between two bounds, most of those that are there already kept; 0 is none."""
    kept = {place: old[place] for place in growing(old, low, high)}
    found: list[int] = []
    while len(found) < len(old):
        if len(found) in kept:
            found.append(kept[len(found)])
            continue
        behind = next((place for place in range(len(found), len(old)) if place in kept), len(old))
        start, end, count = found[-1] if found else low, kept.get(behind, high), behind - len(found)
        step = min(_STEP, (end - start) // (count + 1))
        if step == 0:
            return _even(len(old), low, high)
        found += range(start + step, start + step * count + 1, step)
    return found


def _even(count: int, low: int, high: int) -> list[int]:
    """Return positions for a section with no room left: as far apart as there is, then all at its end."""
    step = max(1, min(_STEP, (high - low) // (count + 1)))
    return [min(low + place * step, high - 1) for place in range(1, count + 1)]


def growing(old: Sequence[Number], low: Number, high: Number) -> list[int]:
    """Return the places of a longest row of growing numbers between two bounds."""
    tails: list[Number] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place, number in enumerate(old):
        if low < number < high:
            at = bisect_left(tails, number)
            before[place] = ends[at - 1] if at else None
            tails[at : at + 1], ends[at : at + 1] = [number], [place]
    found, last = [], ends[-1] if ends else None
    while last is not None:
        found.append(last)
        last = before[last]
    return found[::-1]
