"""Number the decks of chapters: Anki sorts decks by name and teaches them in that order."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import count
from math import ceil

from flashgen.history.order import growing, ranks
from flashgen.model.deck import Deck

_LEADING = re.compile(r"\d+(?:\.\d+)?(?= )")


def deck_numbers(deck: Deck, names: Mapping[str, str]) -> dict[str, str]:
    """Return the number of each chapter's deck, by the chapter's stem, in the order of the files.

    The number is the section's place in the source, with a fraction if several files share a section: `02.1`. A
    released deck keeps its number; a new deck between two released ones gets a number between theirs. `names` are those
    of released decks.
    """
    stems, wanted = [chapter.stem for chapter in deck.chapters], _wanted(ranks(deck))
    old = [_leading(names.get(stem, "")) for stem in stems]
    kept = {place: old[place] for place in growing(old, Decimal(0), Decimal("Infinity"))}
    numbers: list[Decimal] = []
    for place, number in enumerate(wanted):
        last = numbers[-1] if numbers else Decimal(0)
        upper = next((kept[later] for later in range(place, len(stems)) if later in kept), None)
        if place not in kept and not (last < number and (upper is None or number < upper)):
            number = _between(last, upper)
        numbers.append(kept.get(place, number))
    width = max(2, len(str(deck.section_count)))
    return {stem: _written(number, width) for stem, number in zip(stems, numbers, strict=True)}


def _wanted(places: Sequence[int]) -> list[Decimal]:
    """Return a number for each place; places that occur several times get distinct fractions."""
    counts, seen = Counter(places), Counter[int]()
    numbers: list[Decimal] = []
    for place in places:
        seen[place] += 1
        digits = len(str(counts[place]))
        numbers.append(Decimal(place) + (Decimal(seen[place]).scaleb(-digits) if counts[place] > 1 else 0))
    return numbers


def _between(low: Decimal, high: Decimal | None) -> Decimal:
    """Return the middle number of those with the fewest digits between two bounds; without `high`, the next integer."""
    if high is None:
        return Decimal(int(low) + 1)
    gaps = ((int(low * 10**digits) + 1, ceil(high * 10**digits) - 1, digits) for digits in count())
    first, last, digits = next(gap for gap in gaps if gap[0] <= gap[1])
    return Decimal((first + last) // 2).scaleb(-digits)


def _leading(name: str) -> Decimal:
    """Return the number at the start of a deck's name; 0 if it has none."""
    match = _LEADING.match(name.rpartition("::")[2])
    return Decimal(match[0]) if match else Decimal(0)


def _written(number: Decimal, width: int) -> str:
    whole, point, fraction = str(number).partition(".")
    return f"{whole:0>{width}}{point}{fraction}"
