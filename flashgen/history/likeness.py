"""What two short texts have in common. Their words alone count; where they stand says nothing."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from operator import ne

from flashgen.check.english import FUNCTION_WORDS
from flashgen.check.tokens import folded
from flashgen.history.hidden import CHARACTERS

_ARTICLES = frozenset(
    (
        *("a", "an", "the", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer"),
        *("le", "la", "les", "el", "los", "las"),
    )
)
_FILLERS = FUNCTION_WORDS | _ARTICLES

_CHARACTER = re.compile(rf"[{CHARACTERS}\uac00-\ud7af]")
"""One of a script whose words are short; those of Korean are such as well."""

_FIGURE = re.compile(r"[0-9][0-9.,\s]{2,20}[0-9]")
_NAME = re.compile(r"(?![ivxlcdm]+$)[^\d\\]{4,}")
"""What may be a name in another spelling, and is no Roman numeral."""

_SPELLED = 0.8
"""The share of letters from which two names are one in two spellings."""

_SHORT_NAME = 10
"""Names of fewer letters are two where more than one edit lies between them: Austria is not Australia."""

_LONG = 200
"""Texts of more words have enough in common without a look at their spelling, which takes its time."""

_SHORT = 3
_HEAVY, _LIGHT, _QUESTION = 0.25, 0.5, 0.2
"""The share of a text, by the weight of its words, that has to be in the other; more where all words are short."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two texts word by word: how much both have, from 0 to 1, and the words that only one of them has."""

    share: float
    gone: tuple[str, ...]
    come: tuple[str, ...]
    related: bool

    @property
    def corrected(self) -> bool:
        """Whether one is plainly the other, with words added, left out or spelled in another way."""
        return self.related and not (set(self.gone) - _ARTICLES and set(self.come) - _ARTICLES)


def likeness(old: Sequence[str], new: Sequence[str]) -> Likeness:
    """Compare two texts, each given as its words without case."""
    gone, come = _left(old, new)
    both = len(old) + len(new) - len(gone) - len(come)
    return Likeness(both / max(1, len(old) + len(new)), gone, come, are_related(old, new))


def are_related(old: Sequence[str], new: Sequence[str]) -> bool:
    """Tell whether two answers have anything in common that says something."""
    one, other = telling(old), telling(new)
    return _share(one, other) > (_LIGHT if all(map(_is_light, one)) else _HEAVY)


def ask_alike(old: Sequence[str], new: Sequence[str]) -> bool:
    """Tell whether two questions have anything in common; one that says nothing is like any other."""
    one, other = _full(old), _full(new)
    return not one or not other or _share(one, other) > _QUESTION


def are_figures(old: Sequence[str], new: Sequence[str]) -> bool:
    """Tell whether two answers are a figure each: to one question, one of them only can be right."""
    return len(old) == len(new) == 1 and old[0].isdecimal() and new[0].isdecimal()


def _is_light(word: str) -> bool:
    """Tell whether a word says little beside others: a short one, a sign, a command of TeX, or a function word."""
    short = len(word) <= _SHORT or word[0] == "\\" or word in _FILLERS
    return short and not (word[0].isdecimal() or _CHARACTER.match(word))


def telling(words: Sequence[str]) -> Sequence[str]:
    """Return the words that say what an answer is about."""
    full = _full(words)
    return [word for word in full if not _is_light(word)] or full or words


def _full(words: Sequence[str]) -> Sequence[str]:
    return [word for word in words if word not in _FILLERS]


def _share(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how much of the text that says less is in the other too, from 0 to 1."""
    gone, _ = _left(one, other)
    least = min(_weight(one), _weight(other))
    return (_weight(one) - _weight(gone)) / max(1, least)


def _weight(words: Sequence[str]) -> int:
    """Return how much words say: long ones more than short ones, and a figure more than a word of its length."""
    return sum((len(word) + 2 * word[0].isdecimal()) ** 2 for word in words)


def _left(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of each of two texts that the other has in no spelling; the spelling of long ones counts."""
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    if max(len(old), len(new)) <= _LONG:
        for word in [*gone.elements()]:
            if other := next((other for other in come.elements() if _is_spelled(word, other)), None):
                gone[word] -= 1
                come[other] -= 1
    return tuple(gone.elements()), tuple(come.elements())


@lru_cache(maxsize=65536)
def _is_spelled(one: str, other: str) -> bool:
    """Tell whether two words are one in two spellings; they begin with the same letter."""
    one, other = folded(one), folded(other)
    if one[:1] != other[:1]:
        return False
    if _FIGURE.fullmatch(one) and _FIGURE.fullmatch(other):
        return _are_near("".join(filter(str.isdecimal, one)), "".join(filter(str.isdecimal, other)))
    names = _NAME.fullmatch(one) and _NAME.fullmatch(other)
    return one == other or (bool(names) and _are_alike(one, other))


def _are_alike(one: str, other: str) -> bool:
    """Tell whether two names share most letters, and short ones differ by one edit at most."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.ratio() < _SPELLED:
        return False
    return max(len(one), len(other)) >= _SHORT_NAME or _is_one_edit(one, other)


def _is_one_edit(one: str, other: str) -> bool:
    """Tell whether two words differ by a letter more, less or other, or by two neighbours that changed places."""
    at = next((at for at, pair in enumerate(zip(one, other, strict=False)) if ne(*pair)), min(len(one), len(other)))
    left, right = one[at:], other[at:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return swapped or left[1:] in (right, right[1:]) or right[1:] == left


def _are_near(one: str, other: str) -> bool:
    """Tell whether two figures are one apart, or differ in one digit."""
    return abs(int(one) - int(other)) <= 1 or (len(one) == len(other) and sum(map(ne, one, other)) == 1)
