"""The words by which questions and answers are compared: in any form, so that a plural tells the singular."""

from functools import lru_cache

from flashgen.check.telling import main_words, telling
from flashgen.check.tokens import folded, is_formula, stem, tokens
from flashgen.load.words import NUMBERS

Keys = frozenset[str]

_SHORTEST = 4
"""Shorter words seldom tell anything: in other languages than English, they are articles and prepositions."""

_LONGEST = 6
"""So many letters of a stem are compared: "industrial" tells "industrialize"."""


@lru_cache(maxsize=16384)
def keys(said: str) -> Keys:
    """Return the keys of a text: those of its main words, or of all where it has no others."""
    main = [word for word in main_words(said) if _is_long(word)]
    return frozenset(map(_key, main or tokens(said)))


def _is_long(word: str) -> bool:
    return (
        len(word) >= _SHORTEST
        or word.isdigit()
        or (word.isupper() and len(word) > 1)
        or is_formula(word)
        or not word.isascii()
    )


def _key(word: str) -> str:
    plain = folded(word)
    return word if is_formula(word) else str(NUMBERS.get(plain, stem(plain)[:_LONGEST]))


@lru_cache(maxsize=16384)
def _shown(said: str) -> Keys:
    """Return the keys of all words: an answer may be a short one."""
    return keys(said) | frozenset(map(_key, tokens(said)))


@lru_cache(maxsize=16384)
def _starts(keys: Keys) -> Keys:
    return frozenset(key[:_SHORTEST] for key in keys)


def tells(shown: str, answer: str) -> bool:
    """Tell whether a text gives an answer away: two thirds of its main words are enough."""
    wanted, seen = keys(answer), _shown(shown)
    if not _starts(seen) & _starts(wanted):
        return False
    return len(wanted - seen) <= len(wanted) // 3 or bool(telling(answer, shown))


def are_alike(one: Keys, other: Keys) -> bool:
    """Tell whether two texts have most of their keys in common."""
    return len(one & other) > 0.6 * len(one | other)
