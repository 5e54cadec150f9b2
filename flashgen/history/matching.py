"""Which deletion of a released text is which of the new one.

A deletion is the same where its own words are, even if they moved; where it stood, with its words corrected; and where
all around it is as it was, with something left of its own words. Words that have nothing in common with the released
ones are another fact, wherever they stand. What stands in the open now is no deletion any more, even if the same words
are hidden elsewhere.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from flashgen.history.hidden import Spot, Stream
from flashgen.history.likeness import are_figures, likeness, telling

ALIKE = 0.5
"""The share of words from which two texts count as one that was reworded."""

_SAME_QUESTION = 0.9
"""The share of the words in the open from which a text asks what it asked."""

_Ranked = tuple[float, Spot, Spot]
"""A released deletion and a new one, and how like they are."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts side by side: the released words that are in both, and where they stand now, both growing.

    `shown` are the released words that can be read where they stood, `seen` the new ones that could be read anywhere.
    """

    old: Stream
    new: Stream
    here: Sequence[int]
    there: Sequence[int]
    shown: AbstractSet[int]
    seen: AbstractSet[int]

    def alike(self, old: Spot, new: Spot) -> float:
        """Return the share of their words that two deletions have in common, in their places."""
        return 2 * self._both(old, new) / max(1, len(old) + len(new))

    def around(self, old: Spot, new: Spot) -> float:
        """Return the share of words in common outside of two deletions."""
        both = sum(here not in old and there not in new for here, there in zip(self.here, self.there, strict=True))
        most = max(len(self.old.words) - len(old), len(self.new.words) - len(new))
        return both / most if most else 0.0

    @property
    def asks_the_same(self) -> bool:
        """Whether what stands in the open is as it was."""
        most = max(len(self.old.shown), len(self.new.shown))
        return most > 0 and len(self.shown & self.old.shown) >= most * _SAME_QUESTION

    def is_shown(self, old: Spot) -> bool:
        """Tell whether what was hidden can be read now."""
        return _most(self.old, old, self.shown)

    def was_seen(self, new: Spot) -> bool:
        """Tell whether what is hidden now could be read before."""
        return _most(self.new, new, self.seen)

    def in_place(self, old: Spot, new: Spot) -> bool:
        """Tell whether a deletion has words of another in their places, or stands between its neighbours."""
        before, behind = bisect_left(self.here, old.first), bisect_left(self.here, old.end)
        start = self.there[before - 1] if before else -1
        end = self.there[behind] if behind < len(self.there) else len(self.new.words)
        return self._both(old, new) > 0 or (start < new.first and new.end <= end)

    def _both(self, old: Spot, new: Spot) -> int:
        start, end = bisect_left(self.here, old.first), bisect_left(self.here, old.end)
        return sum(there in new for there in self.there[start:end])


def _most(of: Stream, spot: Spot, among: AbstractSet[int]) -> bool:
    """Tell whether most words of a deletion, of those that say something, are among these."""
    said = set(telling(of.hidden(spot)))
    places = [place for place in range(spot.first, spot.end) if of.words[place] in said]
    return sum(place in among for place in places) > len(places) * ALIKE


def aligned(old: Stream, new: Stream) -> Alignment:
    """Return two texts side by side, their longest common runs of words first."""
    blocks = SequenceMatcher(None, old.words, new.words, autojunk=False).get_matching_blocks()
    opened = set(old.open_words)
    pairs = [(block.a + offset, block.b + offset) for block in blocks for offset in range(block.size)]
    return Alignment(
        old,
        new,
        here=[here for here, _ in pairs],
        there=[there for _, there in pairs],
        shown={here for here, there in pairs if there in new.shown},
        seen={place for place, word in enumerate(new.words) if word in opened},
    )


def certain(both: Alignment) -> dict[Spot, Spot]:
    """Return the pairs that are plain, the released deletions by the new ones that they became."""
    found = _taken(_equal(both))
    old = [spot for spot in both.old.spots if spot not in found.values() and not both.is_shown(spot)]
    new = [spot for spot in both.new.spots if spot not in found]
    return found | _best([ranked for one in old for other in new if (ranked := _kept(both, one, other))])


def _equal(both: Alignment) -> list[_Ranked]:
    """Return the pairs with the same words; those that did not move are the likest."""
    by_words: dict[tuple[str, ...], list[Spot]] = {}
    for new in both.new.spots:
        by_words.setdefault(both.new.hidden(new), []).append(new)
    return [
        (both.alike(old, new), old, new)
        for old in both.old.spots
        if not both.is_shown(old)
        for new in by_words.get(both.old.hidden(old), ())
    ]


def _taken(pairs: list[_Ranked]) -> dict[Spot, Spot]:
    """Return the likest pairs, those of equal likeness in reading order."""
    found: dict[Spot, Spot] = {}
    taken: set[Spot] = set()
    for _, old, new in sorted(pairs, key=lambda pair: -pair[0]):
        if new not in found and old not in taken:
            found[new] = old
            taken.add(old)
    return found


def _kept(both: Alignment, old: Spot, new: Spot) -> _Ranked | None:
    """Return two deletions with other words as a pair if they are plainly one fact."""
    if not both.in_place(old, new):
        return None
    words, now = both.old.hidden(old), both.new.hidden(new)
    like = likeness(words, now)
    plain = like.corrected or (both.asks_the_same and (like.related or are_figures(words, now)))
    return (like.share, old, new) if plain else None


def _best(pairs: list[_Ranked]) -> dict[Spot, Spot]:
    """Return the likest pairs; where a deletion is equally like to two others, it is none of them."""
    found: dict[Spot, Spot] = {}
    taken: set[Spot] = set()
    for _, group in groupby(sorted(pairs, key=lambda pair: -pair[0]), key=lambda pair: pair[0]):
        free = [(old, new) for _, old, new in group if new not in found and old not in taken]
        olds, news = Counter(old for old, _ in free), Counter(new for _, new in free)
        plain = [(old, new) for old, new in free if olds[old] == news[new] == 1]
        found |= {new: old for old, new in plain}
        taken |= {old for old, _ in plain}
    return found
