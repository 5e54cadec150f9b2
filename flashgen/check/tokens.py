"""Words of any language: what counts as one, how it is compared, and its stem."""

import re
from functools import lru_cache
from unicodedata import combining, normalize

from flashgen.check import limits
from flashgen.load.invisible import visible

FORMULA = re.compile(r"\\\(.*?\\\)|\\\[.*?\\\]", re.DOTALL)
"""A formula, as its author wrote it: one word, whatever stands in it."""

_CHARACTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(rf"(?s:{FORMULA.pattern})|{_CHARACTER.pattern}|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
"""A formula; a run of letters and digits; where a script has no spaces, a character."""

_POSSESSIVE = re.compile(r"(?<=\w)['\u2019]s\b|(?<=s)['\u2019](?!\w)")
_ENDINGS = (
    *("ization", "isation", "ation", "ition", "ments", "ment", "ness", "ive", "ion", "ies", "ing", "ist", "ism"),
    *("ity", "ous", "ful", "ize", "ise", "al", "ic", "ed", "es", "er", "or", "ly", "e", "y"),
)


@lru_cache(maxsize=4096)
def tokens(said: str) -> tuple[str, ...]:
    """Return the words of a text as they are written, compounds in their parts, possessives without their ending."""
    return tuple(_WORD.findall(_POSSESSIVE.sub("", visible(said))))


def count(said: str) -> int:
    """Return how many words a text has; one is a compound, a formula, or two characters of a script without spaces."""
    said = FORMULA.sub("x", said)
    return sum(max(1, len(_CHARACTER.findall(chunk)) // 2) for chunk in said.split() if _WORD.search(chunk))


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Return a word without case and accents; a formula as it is."""
    if FORMULA.match(word):
        return word
    return "".join(mark for mark in normalize("NFD", word.casefold()) if not combining(mark))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return what is left of a word without its endings; all of a formula."""
    word = folded(word)
    if FORMULA.match(word):
        return word
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= limits.STEM:
            return word[: -len(ending)]
    return word


def are_kin(one: str, other: str) -> bool:
    """Tell whether two stems are of one family: the same, or one goes on where the other, long enough, ends."""
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= limits.STEM and longer.startswith(shorter))
