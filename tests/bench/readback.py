"""Tries to read a text back from its prints, as someone with a dictionary would, and counts how far that leads.

python -m tests.bench.readback SOURCE --text PATH --words FILE --pairs FILE [-C DIR] [--rates WORDS PAIRS TRIPLES]

FILE has a line for each word, or pair of words, of English and how often it occurs, with a tab between, as the package
`wordsegment` has them. The attacker knows two words that follow each other on a page, tries all words of the dictionary
(or, which is worse, knows all words of the page) behind them and behind whatever follows, and keeps those sequences
that the prints allow and that are the likeliest English. The text serves only to tell how many of them are right.
"""

import argparse
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import nlargest
from math import log
from pathlib import Path

from flashgen.load.words import words_of
from flashgen.model.prints import Numbers, hash_of
from tests.bench.prints import Book, arguments, asked_book

STEPS = (1, 2, 3, 5, 10)
BEAM = 100
TRIES = 30
"""Beginnings on each page."""


@dataclass(frozen=True, slots=True)
class English:
    """How often words and pairs of words occur."""

    words: dict[str, float]
    pairs: dict[tuple[str, ...], float]

    def likely(self, word: str, after: str) -> float:
        """Return the logarithm of how likely a word is behind another."""
        alone = self.words.get(word, 1000.0) / 1e12
        return log(0.7 * self.pairs.get((after, word), 0) / self.words.get(after, 1e6) + 0.3 * alone)


@dataclass(slots=True)
class Attack:
    """What an attacker knows of a page: its prints, and a dictionary."""

    prints: tuple[Numbers, ...]
    salt: bytes
    words: list[str]
    known: dict[str, list[str]] = field(default_factory=dict)

    def behind(self, first: str, second: str) -> list[str]:
        """Return the words that may follow two."""
        if second not in self.known:
            self.known[second] = [word for word in self.words if self._fits(second, word)]
        return [word for word in self.known[second] if self._fits(first, second, word)]

    def sequence(self, start: tuple[str, ...], english: English) -> tuple[str, ...]:
        """Return the likeliest words to follow two, as many as can be read."""
        best = [(0.0, start)]
        for _ in range(max(STEPS)):
            longer = [
                (score + english.likely(word, words[-1]), (*words, word))
                for score, words in best
                for word in self.behind(*words[-2:])
            ]
            if not longer:
                break
            best = nlargest(BEAM, longer)
        return best[0][1][2:]

    def _fits(self, *run: str) -> bool:
        return hash_of(run, self.salt) in self.prints[len(run) - 1]


def counted(file: Path) -> dict[tuple[str, ...], float]:
    """Return how often the words of a list occur, as they are compared."""
    found: dict[tuple[str, ...], float] = {}
    for line in file.read_text("utf-8").splitlines():
        said, _, count = line.partition("\t")
        words = words_of(said)
        found[words] = found.get(words, 0) + float(count)
    return found


def measured(of: Book, dictionary: Iterable[str] | None, english: English, dice: random.Random) -> str:
    """Return how an attack on all pages went; without a dictionary, one that knows the words of each page."""
    right, false, tries, own, strange = dict.fromkeys(STEPS, 0), 0, 0, 0, 0
    for page, flows in of.pages.items():
        theirs = {word for words in flows for word in words}
        alone = of.prints.pages[page][0]
        fits = [word for word in dictionary or sorted(theirs) if hash_of((word,), of.prints.salt) in alone]
        own, strange = own + len(theirs & set(fits)), strange + len(set(fits) - theirs)
        attack = Attack(of.prints.pages[page], of.prints.salt, fits)
        for _ in range(TRIES):
            at = dice.randrange(len(flows[0]) - max(STEPS) - 2)
            start, truth = flows[0][at : at + 2], flows[0][at + 2 : at + 2 + max(STEPS)]
            false += sum(not of.stands((*start, word), page) for word in attack.behind(*start))
            tries += 1
            read = attack.sequence(start, english)
            for step in STEPS:
                right[step] += read[:step] == truth[:step]
    reads = ", ".join(f"{step} words {100 * count / tries:.1f} %" for step, count in right.items())
    words = f"{own / len(of.pages):.0f} true and {strange / len(of.pages):.0f} false words a page"
    return f"{words}; {false / tries:.1f} false continuations for each true one; the next read right: {reads}"


def main() -> None:
    """Attack."""
    parser: argparse.ArgumentParser = arguments(__doc__ or "")
    parser.add_argument("--words", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True)
    asked = parser.parse_args()
    of, words = asked_book(asked), {run[0]: count for run, count in counted(asked.words).items() if len(run) == 1}
    english = English(words, counted(asked.pairs))
    common = nlargest(100_000, words, key=lambda word: words[word])
    print(f"with a dictionary: {measured(of, common, english, random.Random(1))}")
    print(f"knowing all words: {measured(of, None, english, random.Random(1))}")


if __name__ == "__main__":
    main()
