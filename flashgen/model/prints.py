"""What stands on each page of a source: words and short runs of them, as numbers from which no text can be read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

LONGEST = 3
"""How many words a run has at the most."""


@dataclass(frozen=True, slots=True)
class Prints:
    """The numbers of each page's runs, by page; `bits` is how long they are, and `salt` what makes them this source's.

    A run belongs to the page that it begins on.
    """

    pages: Mapping[int, frozenset[int]]
    salt: bytes = b""
    bits: int = 60

    def stands(self, words: Sequence[str], pages: Iterable[int]) -> bool:
        """Tell whether words stand on some pages in this order, be it over a page turn."""
        found = [self.pages[page] for page in pages if page in self.pages]
        numbers = (number_of(run, self.salt, self.bits) for run in runs(words, 0, len(words)))
        return all(any(number in page for page in found) for number in numbers)

    def found(self, words: Sequence[str]) -> tuple[int, ...]:
        """Return the pages on which words stand as a whole."""
        return tuple(page for page in self.pages if self.stands(words, (page,)))


def number_of(run: Sequence[str], salt: bytes, bits: int) -> int:
    """Return the number of a run: its length, and that many bits of its hash."""
    hashed = blake2b(" ".join(run).encode("utf-8"), key=salt, digest_size=8).digest()
    return len(run) << bits | int.from_bytes(hashed, "big") >> (64 - bits)


def runs(words: Sequence[str], first: int, end: int) -> Iterator[tuple[str, ...]]:
    """Yield the runs of words that begin from `first` to before `end`."""
    for start in range(first, end):
        for length in range(1, min(LONGEST, len(words) - start) + 1):
            yield tuple(words[start : start + length])
