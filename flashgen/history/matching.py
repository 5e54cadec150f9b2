"""Which deletion of a released text is which of the new one.

A card is its question: a deletion is the same where the words around it are, even if its own changed; it is the same
too where its own words are, even if they moved. What stands in the open now is no deletion any more, even if the same
words are hidden elsewhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from flashgen.history.hidden import Spot, Stream

ALIKE = 0.5
"""The share of words from which two texts count as one that was reworded."""

Pairs = Mapping[Spot, Spot]
"""Released deletions by the new ones that they became."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts side by side; `place` tells where a released word stands now."""

    old: Stream
    new: Stream
    place: Mapping[int, int]

    def alike(self, old: Spot, new: Spot) -> float:
        """Return the share of their words that two deletions have in common."""
        both = sum(self.place.get(word, -1) in new for word in range(old.first, old.end))
        return 2 * both / max(1, len(old) + len(new))

    def around(self, old: Spot, new: Spot) -> float:
        """Return the share of words in common outside of two deletions."""
        both = sum(here not in old and there not in new for here, there in self.place.items())
        most = max(len(self.old.words) - len(old), len(self.new.words) - len(new))
        return both / most if most else 0.0

    def in_the_open(self, old: Spot) -> bool:
        """Tell whether what was hidden can be read now."""
        places = [self.place[word] for word in range(old.first, old.end) if word in self.place]
        shown = [place for place in places if not any(place in spot for spot in self.new.spots)]
        return len(shown) > len(old) * ALIKE

    def gap(self, old: Spot) -> range:
        """Return the places in the new text between the released neighbours of a deletion."""
        before = [there for here, there in self.place.items() if here < old.first]
        behind = [there for here, there in self.place.items() if here >= old.end]
        return range(max(before, default=-1) + 1, min(behind, default=len(self.new.words)))


def aligned(old: Stream, new: Stream) -> Alignment:
    """Return two texts side by side, their longest common runs of words first."""
    blocks = SequenceMatcher(None, old.words, new.words, autojunk=False).get_matching_blocks()
    place = {block.a + offset: block.b + offset for block in blocks for offset in range(block.size)}
    return Alignment(old, new, place)


def certain(both: Alignment) -> dict[Spot, Spot]:
    """Return the pairs that are plain from their own words: in their place, or moved as they were."""
    ranked = sorted(
        ((both.alike(old, new), old, new) for old in both.old.spots for new in both.new.spots),
        key=lambda pair: -pair[0],
    )
    found = _taken((old, new) for alike, old, new in ranked if alike >= ALIKE)
    left = [old for old in both.old.spots if old not in found.values() and not both.in_the_open(old)]
    moved = ((old, new) for old in left for new in both.new.spots if new not in found and _same(both, old, new))
    return found | _taken(moved)


def likely(both: Alignment, old: Sequence[Spot], new: Sequence[Spot]) -> tuple[dict[Spot, Spot], set[Spot]]:
    """Return, of what is left, the pairs that are plain from the words around, and the new ones that remain unclear."""
    left = [spot for spot in old if not both.in_the_open(spot)]
    rivals = {spot: [one for one in new if _within(one, both.gap(spot))] for spot in left}
    pairs, unclear = {}, set()
    for spot, found in rivals.items():
        alone = len(found) == 1 and sum(found[0] in others for others in rivals.values()) == 1
        if alone and both.around(spot, found[0]) >= ALIKE:
            pairs[found[0]] = spot
        else:
            unclear.update(found)
    return pairs, unclear


def _taken(pairs: Iterator[tuple[Spot, Spot]]) -> dict[Spot, Spot]:
    """Return pairs, the first of each spot."""
    found: dict[Spot, Spot] = {}
    for old, new in pairs:
        if new not in found and old not in found.values():
            found[new] = old
    return found


def _same(both: Alignment, old: Spot, new: Spot) -> bool:
    return len(old) > 0 and both.old.words[old.first : old.end] == both.new.words[new.first : new.end]


def _within(spot: Spot, gap: range) -> bool:
    return gap.start <= spot.first and spot.end <= gap.stop
