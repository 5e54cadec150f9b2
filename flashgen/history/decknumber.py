"""The number that leads the name of a chapter's deck, since Anki sorts decks as words and learns them so."""

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import count
from math import ceil

from flashgen.history.continuity import frozen_names
from flashgen.history.order import growing, ranks
from flashgen.model.deck import Deck

_LEADING = re.compile(r"\d+(?:\.\d+)?(?= )")


def deck_numbers(deck: Deck) -> dict[str, str]:
    """Return the number of each chapter's deck, by the chapter's stem, so that decks are learned as files follow.

    It is the place of the section in the source, with a fraction where several files are of one section: `02.1`. A deck
    that is released keeps its number, and one that comes between two of those gets a number between theirs.
    """
    stems, wanted = [chapter.stem for chapter in deck.chapters], _wanted(ranks(deck))
    names = frozen_names(deck)
    old = [_leading(names.get(stem, "")) for stem in stems]
    kept = {place: old[place] for place in growing(old, Decimal(0), Decimal("Infinity"))}
    found: list[Decimal] = []
    for place, number in enumerate(wanted):
        last = found[-1] if found else Decimal(0)
        following = next((kept[later] for later in range(place, len(stems)) if later in kept), None)
        if place not in kept and not (last < number and (following is None or number < following)):
            number = _between(last, following)
        found.append(kept.get(place, number))
    width = max(2, len(str(len(deck.source.sections))))
    return {stem: _written(number, width) for stem, number in zip(stems, found, strict=True)}


def _wanted(places: Sequence[int]) -> list[Decimal]:
    """Return the places of chapters, those that several have with a fraction that tells them apart."""
    counts, seen = Counter(places), Counter[int]()
    found: list[Decimal] = []
    for place in places:
        seen[place] += 1
        digits = len(str(counts[place]))
        found.append(Decimal(place) + (Decimal(seen[place]).scaleb(-digits) if counts[place] > 1 else 0))
    return found


def _between(low: Decimal, high: Decimal | None) -> Decimal:
    """Return the number with the fewest digits between two, in the middle of its like; without a bound, the next."""
    if high is None:
        return Decimal(int(low) + 1)
    gaps = ((int(low * 10**digits) + 1, ceil(high * 10**digits) - 1, digits) for digits in count())
    first, last, digits = next(gap for gap in gaps if gap[0] <= gap[1])
    return Decimal((first + last) // 2).scaleb(-digits)


def _leading(name: str) -> Decimal:
    """Return the number that leads the name of a deck; 0 where there is none."""
    found = _LEADING.match(name.rpartition("::")[2])
    return Decimal(found[0]) if found else Decimal(0)


def _written(number: Decimal, width: int) -> str:
    whole, point, fraction = str(number).partition(".")
    return f"{whole:0>{width}}{point}{fraction}"
