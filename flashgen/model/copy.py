"""A reader's copy of a source: what stands on its pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

LONGEST = 3
"""How many words a run has at the most."""


@dataclass(frozen=True, slots=True)
class Copy:
    """The runs of words on each page of a copy, by its label, in the order of the source.

    A run belongs to the page that it begins on. `content` is a hash of all its words. It is for `proof` lines alone,
    and is never written as it is.
    """

    pages: Mapping[str, frozenset[str]]
    content: bytes

    def has(self, words: Sequence[str], pages: Iterable[str]) -> bool:
        """Tell whether words stand on some pages in this order, be it over a page turn."""
        found = [self.pages[page] for page in pages if page in self.pages]
        return all(any(run in page for page in found) for run in runs(words, len(words)))

    def found(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the pages on which words stand as a whole."""
        return tuple(page for page in self.pages if self.has(words, (page,)))


def runs(words: Sequence[str], end: int) -> Iterator[str]:
    """Yield the runs of words that begin before `end`."""
    for start in range(end):
        for length in range(1, min(LONGEST, len(words) - start) + 1):
            yield " ".join(words[start : start + length])
