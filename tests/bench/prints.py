"""Measures prints against the text that they were made from, which must be at hand: how often they mislead.

python -m tests.bench.prints SOURCE --text PATH [-C DIR] [--rates WORDS PAIRS TRIPLES]

Every run of words of each page is looked up on all pages on which, word for word, it does not stand; and every run of
each page's own words, shuffled. What is then taken to stand there is wrong.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flashgen.load.pages import PageText, flows, page_texts, prints_of
from flashgen.load.source import named_source
from flashgen.model.prints import RATES, Prints
from flashgen.model.problem import Problem
from flashgen.model.source import Source

LENGTHS = range(1, 11)


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of some runs that do not stand on a page were taken to stand there."""

    wrong: int
    tried: int

    def __add__(self, other: "Rate") -> "Rate":
        return Rate(self.wrong + other.wrong, self.tried + other.tried)

    def __str__(self) -> str:
        return f"{self.wrong:>6} of {self.tried:>7,}  {1000 * self.wrong / max(1, self.tried):8.3f} in 1,000"


NONE = Rate(0, 0)


@dataclass(frozen=True, slots=True)
class Book:
    """A source, its prints, and the words of each page: as they are read, with hyphens, and those of footnotes."""

    prints: Prints
    pages: dict[int, tuple[tuple[str, ...], ...]]

    def stands(self, run: tuple[str, ...], page: int) -> bool:
        """Tell whether a run stands on a page, word for word."""
        return any(f" {' '.join(run)} " in f" {' '.join(words)} " for words in self.pages[page])


def book(source: Source, text: Path, rates: tuple[int, ...], salt: bytes = b"bench") -> Book:
    """Return a source with prints of those rates."""
    texts: dict[int, PageText] = page_texts(text, source)
    pages = {page: tuple(words for words, _ in flows(page, texts)) for page in texts}
    return Book(prints_of(text, source, salt, rates), pages)


def slices(words: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    """Yield the runs of a length."""
    return (words[at : at + length] for at in range(len(words) - length + 1))


def other_pages(of: Book, length: int) -> Rate:
    """Return how often runs of pages are wrongly taken to stand on others."""
    wrong = tried = 0
    for home, (words, *_) in of.pages.items():
        for run in slices(words, length):
            for page in of.pages.keys() - {home}:
                if of.prints.stands(run, (page,)):
                    really = of.stands(run, page)
                    wrong, tried = wrong + (not really), tried + (not really)
                else:
                    tried += 1
    return Rate(wrong, tried)


def shuffled(of: Book, length: int, dice: random.Random) -> Rate:
    """Return how often runs of a page's words in another order are wrongly taken to stand on it."""
    wrong = tried = 0
    for page, (words, *_) in of.pages.items():
        for run in slices(tuple(dice.sample(words, len(words))), length):
            if not of.stands(run, page):
                wrong, tried = wrong + of.prints.stands(run, (page,)), tried + 1
    return Rate(wrong, tried)


def told(name: str, rates: dict[int, Rate]) -> None:
    """Print the rates of each length, and those of three words or more together."""
    for length, rate in rates.items():
        print(f"{name}, {length:>2} word{'s' * (length > 1):1}   {rate}")
    print(f"{name}, 3 to 10   {sum([rates[length] for length in LENGTHS if length > 2], NONE)}")


def arguments(description: str) -> argparse.ArgumentParser:
    """Return the arguments that measuring takes."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source")
    parser.add_argument("--text", type=Path, required=True)
    parser.add_argument("-C", dest="root", type=Path, default=Path())
    parser.add_argument("--rates", type=int, nargs=3, default=RATES)
    return parser


def asked_book(asked: argparse.Namespace) -> Book:
    """Return the book that was asked for; SystemExit where its source is broken."""
    problems: list[Problem] = []
    source = named_source(asked.source, asked.root, problems)
    if source is None:
        raise SystemExit(f"{problems[0].place.path}: {problems[0].message}")
    return book(source, asked.text, tuple(asked.rates))


def main() -> None:
    """Measure."""
    of = asked_book(arguments(__doc__ or "").parse_args())
    told("on other pages", {length: other_pages(of, length) for length in LENGTHS})
    told("shuffled      ", {length: shuffled(of, length, random.Random(length)) for length in LENGTHS if length > 1})


if __name__ == "__main__":
    main()
