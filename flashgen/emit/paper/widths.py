"""The widths of words in Libertinus Serif, in ems: upright, italic, bold and both."""

import json
from functools import cache, lru_cache
from importlib.resources import files
from math import inf
from operator import add

_FACES = ("upright", "italic", "bold", "bold italic")
_KERNED = 0.85
"""What kerning leaves of the widths of letters, at the least."""

_OTHER = 1.25
"""The largest width of any letter of the built-in font; those of another font are not known."""

_LEAST_HAN = 0.4
"""Chinese characters are squares, or half as wide."""

_UNDRAWN = "\u2066\u2067\u2068\u2069"
"""Marks of which way words run."""

_FIRST_FOREIGN = "\u0590"


_WORDS = 65_536
"""So many words are known without being measured again."""


@cache
def _faces() -> tuple[dict[str, float], ...]:
    """Return the width of each letter in each face; the file has them in thousandths, rounded up."""
    listed = json.loads((files("flashgen.emit.paper") / "widths.json").read_text("utf-8"))
    return tuple(
        {letter: int(width) / 1000 for width, letters in listed[face].items() for letter in letters} for face in _FACES
    )


@cache
def _pairs() -> tuple[dict[str, float], ...]:
    """Return how much wider some pairs of letters are than both, in each face; the file has them in thousandths.

    Its letters stand for each of them, before each of those behind.
    """
    listed = json.loads((files("flashgen.emit.paper") / "kerning.json").read_text("utf-8"))
    return tuple(
        {
            first + second: int(more) / 1000
            for more, pairs in listed[face].items()
            for firsts, seconds in pairs.items()
            for first in firsts
            for second in seconds
        }
        for face in _FACES
    )


@cache
def _least() -> dict[str, float]:
    """Return the least width of letters and spaces only: marks may be Markdown, and repeated marks are kerned."""
    first, *others = _faces()
    known = [letter for letter in first if letter.isalnum() or letter == " "]
    return {letter: _KERNED * min(first[letter], *[face[letter] for face in others]) for letter in known}


def least_width(words: str) -> float:
    """Return a lower bound on the width of words in any face, in ems."""
    known = _least()
    return sum([known.get(letter, _LEAST_HAN if "\u2e80" <= letter < "\ud7a4" else 0.0) for letter in words])


def width(words: str, bold: bool = False, italic: bool = False) -> float:
    """Return the width of words in ems; infinite if their letters may be those of another font."""
    return _width(words, 2 * bold + italic)


@lru_cache(_WORDS)
def _width(words: str, look: int) -> float:
    face, pairs = _faces()[look], _pairs()[look]
    letters = sum([face[letter] if letter in face else _unlisted(letter) for letter in words])
    return letters + sum([pairs.get(pair, 0.0) for pair in map(add, words, words[1:])])


def likely_width(words: str) -> float:
    """Return the width that words hardly exceed, in ems, also if their letters are those of an unknown font."""
    return min(max(width(words, bold=True), width(words, bold=True, italic=True)), _OTHER * len(words))


def _unlisted(letter: str) -> float:
    if letter in _UNDRAWN:
        return 0.0
    return _OTHER if letter < _FIRST_FOREIGN or "\u1e00" <= letter < "\u2190" else inf
