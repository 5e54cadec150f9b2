"""Words of any language: what counts as one, how it is compared, and its stem."""

import re
from functools import lru_cache
from unicodedata import combining, normalize

from flashgen.check import limits
from flashgen.load.invisible import visible

_FORMULA = re.compile(r"\\\(.*?\\\)|\\\[.*?\\\]", re.DOTALL)
"""A formula, as its author wrote it: one word, whatever stands in it."""

_SIGN = re.compile(r"\\[A-Za-z]+|[^\W_]+|[=+/<>|-]")
_CHARACTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_LETTERS = re.compile(rf"{_CHARACTER.pattern}|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_WORD = re.compile(rf"(?s:{_FORMULA.pattern})|{_LETTERS.pattern}")
"""A formula; a run of letters and digits; where a script has no spaces, a character."""

_POSSESSIVE = re.compile(r"(?<=\w)['\u2019]s\b|(?<=s)['\u2019](?!\w)")
_ENDINGS = (
    *("ization", "isation", "ation", "ition", "ments", "ment", "ness", "ive", "ion", "ies", "ing", "ist", "ism"),
    *("ity", "ous", "ful", "ize", "ise", "al", "ic", "ed", "es", "er", "or", "ly", "e", "y"),
)


def without_formulas(text: str, instead: str = "") -> str:
    """Return a text with `instead` in place of each formula."""
    if "\\" not in text:
        return text
    rest, pieces = 0, list[str]()
    for formula in _FORMULA.finditer(_searchable(text)):
        pieces += (text[rest : formula.start()], instead)
        rest = formula.end()
    return "".join(pieces) + text[rest:]


def _searchable(text: str) -> str:
    """Return a text with the marks that open a formula which nothing closes replaced by others of the same length."""
    for opening, closing in ((r"\(", r"\)"), (r"\[", r"\]")):
        end = max(text.rfind(closing), 0)
        text = text[:end] + text[end:].replace(opening, f"|{opening[1]}")
    return text


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are written, compounds in their parts, possessives without their ending."""
    text = _POSSESSIVE.sub("", visible(text)) if not text.isascii() or "'" in text else text
    if "\\" not in text:
        return tuple(_LETTERS.findall(text))
    return tuple(text[word.start() : word.end()] for word in _WORD.finditer(_searchable(text)))


def count(text: str) -> int:
    """Return how many words a text has; one is a compound, a formula, or two characters of a script without spaces."""
    chunks = without_formulas(text, "x").split()
    if text.isascii():
        marked = [chunk for chunk in chunks if not chunk.isalnum()]
        return len(chunks) - sum(1 for chunk in marked if not _LETTERS.search(chunk))
    return sum(max(1, len(_CHARACTER.findall(chunk)) // 2) for chunk in chunks if _LETTERS.search(chunk))


def count_signs(text: str) -> int:
    """Return how many words a text has if each letter, number, command and operator of a formula is one."""
    inside = [len(_SIGN.findall(formula.group()[2:-2])) for formula in _FORMULA.finditer(_searchable(text))]
    return count(text) - len(inside) + sum(inside)


def is_formula(word: str) -> bool:
    """Tell whether a word of a text is a formula."""
    return bool(_FORMULA.match(word))


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Return a word without case and accents; a formula as it is."""
    if is_formula(word):
        return word
    return "".join(mark for mark in normalize("NFD", word.casefold()) if not combining(mark))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return what is left of a word without its endings; all of a formula."""
    word = folded(word)
    if is_formula(word):
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
