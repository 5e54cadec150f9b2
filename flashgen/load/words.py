"""Words as they are compared with a page: without case, accents, possessives and plurals; numbers as digits."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from unicodedata import combining, normalize

from flashgen.load.invisible import visible

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = {word: number for number, word in enumerate(_ONES)}
NUMBERS |= {word: 10 * number for number, word in enumerate(TENS, 2)}
_APOSTROPHE = re.compile("[\u2018\u2019\u02b9\u02bc`\u00b4]")
_POSSESSIVE = re.compile(r"(?<=\w)'s\b|(?<=s)'(?!\w)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_SPAN = re.compile(r"\b(\d\d)(\d\d)\s*[-\u2013\u2014]\s*(\d\d)\b(?!\d)")
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text; the years of a span such as 1929-33 are written in full."""
    plain = _POSSESSIVE.sub("", _APOSTROPHE.sub("'", visible(text))).replace("'", "")
    plain = _SPAN.sub(r"\1\2 \1\3", _THOUSANDS.sub("", plain))
    bare = "".join(mark for mark in normalize("NFD", plain.casefold()) if not combining(mark))
    return tuple(_with_digits(map(_singular, _WORD.findall(bare))))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _with_digits(words: Iterable[str]) -> Iterator[str]:
    """Yield words with numbers as digits; tens and ones are added up."""
    skip = False
    for word, after in pairwise([*words, ""]):
        if skip:
            skip = False
        elif word in TENS and 0 < NUMBERS.get(after, 0) < 10:
            yield str(NUMBERS[word] + NUMBERS[after])
            skip = True
        else:
            yield str(NUMBERS.get(word, word))
