"""Match the deletions of a released text to those of its new version.

A deletion matches if it has the same words, even if they moved; if it has corrected words in the same place; or if the
text around it is unchanged and the words are related. Unrelated words are another fact, wherever they stand. A deletion
whose words are now shown in their place matches none, even if the same words are hidden elsewhere.
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
"""Least share of common words for two texts to count as the same, reworded."""

_SAME_QUESTION = 0.9
"""Least share of common open words for two texts to ask the same question."""

_Ranked = tuple[float, Spot, Spot]
"""How alike two deletions are, the released one, and the new one."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts word by word: indices of common words in the old text (`here`) and the new (`there`), both ascending.

    `shown` are old words that are still in place and not hidden now; `seen` are new words that the old text showed
    anywhere.
    """

    old: Stream
    new: Stream
    here: Sequence[int]
    there: Sequence[int]
    shown: AbstractSet[int]
    seen: AbstractSet[int]

    def alike(self, old: Spot, new: Spot) -> float:
        """Return the share of aligned words that two deletions have in common."""
        return 2 * self._both(old, new) / max(1, len(old) + len(new))

    def around(self, old: Spot, new: Spot) -> float:
        """Return the share of common words outside two deletions."""
        both = sum(here not in old and there not in new for here, there in zip(self.here, self.there, strict=True))
        most = max(len(self.old.words) - len(old), len(self.new.words) - len(new))
        return both / most if most else 0.0

    @property
    def asks_the_same(self) -> bool:
        """Whether the open words are nearly unchanged."""
        most = max(len(self.old.shown), len(self.new.shown))
        return most > 0 and len(self.shown & self.old.shown) >= most * _SAME_QUESTION

    def is_shown(self, old: Spot) -> bool:
        """Tell whether the words of a released deletion are shown now."""
        return _most(self.old, old, self.shown)

    def was_seen(self, new: Spot) -> bool:
        """Tell whether the words of a new deletion were shown before."""
        return _most(self.new, new, self.seen)

    def in_place(self, old: Spot, new: Spot) -> bool:
        """Tell whether two deletions share aligned words, or the new one stands between the old one's neighbours."""
        before, behind = bisect_left(self.here, old.first), bisect_left(self.here, old.end)
        start = self.there[before - 1] if before else -1
        end = self.there[behind] if behind < len(self.there) else len(self.new.words)
        return self._both(old, new) > 0 or (start < new.first and new.end <= end)

    def _both(self, old: Spot, new: Spot) -> int:
        start, end = bisect_left(self.here, old.first), bisect_left(self.here, old.end)
        return sum(there in new for there in self.there[start:end])


def _most(text: Stream, spot: Spot, among: AbstractSet[int]) -> bool:
    """Tell whether most content words of a deletion are among these indices."""
    content = set(telling(text.hidden(spot)))
    places = [place for place in range(spot.first, spot.end) if text.words[place] in content]
    return sum(place in among for place in places) > len(places) * ALIKE


def aligned(old: Stream, new: Stream) -> Alignment:
    """Align two texts by their longest common runs of words."""
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
    """Return the pairs that match beyond doubt: each new deletion with its released one."""
    pairs = _taken(_equal(both))
    old = [spot for spot in both.old.spots if spot not in pairs.values() and not both.is_shown(spot)]
    new = [spot for spot in both.new.spots if spot not in pairs]
    return pairs | _best([ranked for was in old for now in new if (ranked := _kept(both, was, now))])


def _equal(both: Alignment) -> list[_Ranked]:
    """Return the pairs with the same words; those that did not move rank highest."""
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
    """Return the most alike pairs, ties in reading order."""
    matches: dict[Spot, Spot] = {}
    taken: set[Spot] = set()
    for _, old, new in sorted(pairs, key=lambda pair: -pair[0]):
        if new not in matches and old not in taken:
            matches[new] = old
            taken.add(old)
    return matches


def _kept(both: Alignment, old: Spot, new: Spot) -> _Ranked | None:
    """Return two deletions with different words as a pair if they are clearly the same fact."""
    if not both.in_place(old, new):
        return None
    words, now = both.old.hidden(old), both.new.hidden(new)
    like = likeness(words, now)
    plain = like.corrected or (both.asks_the_same and (like.related or are_figures(words, now)))
    return (like.share, old, new) if plain else None


def _best(pairs: list[_Ranked]) -> dict[Spot, Spot]:
    """Return the most alike pairs; a deletion that is equally like two others matches neither."""
    matches: dict[Spot, Spot] = {}
    taken: set[Spot] = set()
    for _, group in groupby(sorted(pairs, key=lambda pair: -pair[0]), key=lambda pair: pair[0]):
        free = [(old, new) for _, old, new in group if new not in matches and old not in taken]
        olds, news = Counter(old for old, _ in free), Counter(new for _, new in free)
        plain = [(old, new) for old, new in free if olds[old] == news[new] == 1]
        matches |= {new: old for old, new in plain}
        taken |= {old for old, _ in plain}
    return matches
