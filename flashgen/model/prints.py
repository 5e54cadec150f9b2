"""What stands on each page of a source: its words and short runs of them, as numbers that many other runs share."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

LONGEST = 3
"""How many words a run has at the most."""

EXACT = (1 << 40,) * LONGEST
"""Rates at which no two runs share a number: for a text that is at hand."""

RATES = (256, 8, 8)
"""One in so many words, pairs and triples that do not stand on a page has the number of one that does.

Lower rates would let wrong words pass, higher ones would let the text be read: at 8 and 20, tests/bench/readback.py
reads one of five runs of five words, given the two before; at 8 and 8, one of twenty. Which words a page has, though
not where, is all but open at 256, for a wrong name to be found.
"""

PLAIN = 5
"""Runs of so many words and more are found by chance on 1 of 3,000 pages at the most: on one of a hundred sources."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a page's runs of one length, each below `space`."""

    space: int
    held: frozenset[int]

    def __contains__(self, hashed: int) -> bool:
        return hashed % self.space in self.held


PagePrints = tuple[Numbers, ...]
"""The numbers of a page's words, pairs and triples."""


@dataclass(frozen=True, slots=True)
class Prints:
    """The numbers of each page's runs, by page; `salt` makes them this source's, `rates` says how often they mislead.

    A run belongs to the page that it begins on.
    """

    pages: Mapping[int, PagePrints]
    salt: bytes = b""
    rates: tuple[int, ...] = EXACT

    @property
    def exact(self) -> bool:
        """Whether what is said to stand on a page does so for certain."""
        return self.rates == EXACT

    def stands(self, words: Sequence[str], pages: Iterable[int]) -> bool:
        """Tell whether words stand on some pages in this order, be it over a page turn."""
        found = [self.pages[page] for page in pages if page in self.pages]
        hashes = ((len(run) - 1, hash_of(run, self.salt)) for run in runs(words, 0, len(words)))
        return all(any(hashed in page[length] for page in found) for length, hashed in hashes)

    def found(self, words: Sequence[str]) -> tuple[int, ...]:
        """Return the pages on which words stand as a whole."""
        return tuple(page for page in self.pages if self.stands(words, (page,)))

    def sure(self, words: Sequence[str]) -> bool:
        """Tell whether a page on which words are found is hardly ever found by chance."""
        return self.exact or len(words) >= PLAIN


def page_prints(of: Iterable[tuple[str, ...]], salt: bytes, rates: Sequence[int]) -> PagePrints:
    """Return the numbers of a page's runs; the more it has, the wider their space, so that any page has the rates."""
    distinct: tuple[set[int], ...] = tuple(set() for _ in rates)
    for run in of:
        distinct[len(run) - 1].add(hash_of(run, salt))
    spaces = [max(1, len(hashes)) * rate for hashes, rate in zip(distinct, rates, strict=True)]
    return tuple(
        Numbers(space, frozenset(hashed % space for hashed in hashes))
        for space, hashes in zip(spaces, distinct, strict=True)
    )


def hash_of(run: Sequence[str], salt: bytes) -> int:
    """Return the salted hash of a run, in 64 bits."""
    return int.from_bytes(blake2b(" ".join(run).encode("utf-8"), key=salt, digest_size=8).digest(), "big")


def runs(words: Sequence[str], first: int, end: int) -> Iterator[tuple[str, ...]]:
    """Yield the runs of words that begin from `first` to before `end`."""
    for start in range(first, end):
        for length in range(1, min(LONGEST, len(words) - start) + 1):
            yield tuple(words[start : start + length])
