"""Whether the words on a front give the answer away."""

import re
from functools import lru_cache

from flashgen.check.english import FUNCTION_WORDS
from flashgen.check.tokens import are_kin, folded, is_formula, stem, tokens, without_formulas

_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("first", "second", "third"),
)
_ASIDE = re.compile(r"[,;:] (?:an?|the|(?P<clause>who|which|that)|not|or)\b|(?<=\s)[(–]|—")
_GOES_ON = re.compile(r"\)\W*\w|.[,–—]\W*\w", re.DOTALL)
_PREPOSITIONS = frozenset(("about", "above", "after", "before", "below", "between", "outside", "through", "under"))
"""Words that begin others without a common meaning: "after" and "afterimage"."""

_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|may|might|must|should)\b")
_CODE = re.compile(r"[<>{}\[\]=|^~\\]|\w\(|\(\)|\)\.?\w|[a-z]\.?[A-Z]|\w_\w|;$|(?<!\s)&|&(?!\s)")
_WORD = re.compile(r"[^\W\d_]{2}")
_DEFINING = frozenset(("define", "definition", "describe", "explain", "mean", "meaning", "means", "meant", "term"))


def telling(answer: str, shown: str) -> str:
    """Return the word shown that tells an answer's first main word, if all of its main words are told, else nothing.

    What explains an answer, behind a comma, need not be told; three words or more are told only in their order. A name
    tells only itself: a prompt about Leninism must name it. So does code, of which every mark counts.
    """
    said, starts = _looked_for(answer)
    if said is None:
        return answer if answer in without_formulas(shown) and _WORD.search(answer) else ""
    if not starts <= _beginnings(shown) or all(_is_small(word) for word in said):
        return ""
    seen = tokens(shown)
    found: list[str] = []
    at = 0
    for word in said:
        spot = next((spot for spot in range(at, len(seen)) if _tells(seen[spot], word)), None)
        if spot is None:
            return ""
        found += [seen[spot]] if not _is_small(word) else []
        at = spot + 1 if len(said) > 2 else 0
    return found[0]


@lru_cache(maxsize=1024)
def _beginnings(shown: str) -> frozenset[str]:
    """Return how the words of a text begin: a word is told only by one that begins alike."""
    return frozenset([folded(word)[:2] for word in tokens(shown)])


@lru_cache(maxsize=4096)
def _looked_for(answer: str) -> tuple[tuple[str, ...] | None, frozenset[str]]:
    """Return the words that must be told for an answer to be, and how they begin.

    There are none where it is code, to be told as a whole.
    """
    if _CODE.search(without_formulas(answer)):
        return None, frozenset()
    said = tuple(main_words(_head(answer)) or main_words(answer))
    return said, frozenset([folded(word)[:2] for word in said])


def is_restated(answer: str, asked: str) -> bool:
    """Tell whether an answer begins with all that is asked about, and then explains it: "the corvée, a labour due"."""
    head = _head(answer)
    said = main_words(head)
    about = [word for word in main_words(asked) if folded(word) not in _DEFINING]
    return head != answer and all(any(_tells(word, known) for known in said) for word in about)


def _head(answer: str) -> str:
    """Return what is before the words that explain it; all of a sentence that goes on behind them."""
    found = _ASIDE.search(answer)
    if found is None:
        return answer
    aside = answer[found.end() :]
    is_clause = not found["clause"] and found.group()[0] in ",;:" and _VERB.search(aside)
    return answer if is_clause or _GOES_ON.search(aside) else answer[: found.start()]


@lru_cache(maxsize=65536)
def _tells(shown: str, word: str) -> bool:
    if is_formula(word) or (word.isupper() and len(word) > 1):
        return shown == word  # a body called WHO, and who
    if _is_name(word) or _is_small(word):
        return folded(shown) == folded(word)
    return folded(shown) == folded(word) or (shown.casefold() not in _PREPOSITIONS and are_kin(stem(shown), stem(word)))


def main_words(said: str) -> list[str]:
    """Return the words of a text that mean something alone."""
    return [word for word in tokens(said) if word.casefold() not in FUNCTION_WORDS or _is_name(word)]


def _is_name(word: str) -> bool:
    """Tell whether a word is written as a name or an abbreviation."""
    return len(word) > 1 and (word.isupper() or (word[0].isupper() and word.casefold() not in FUNCTION_WORDS))


def _is_small(word: str) -> bool:
    """Tell whether a word is a number or a scrap: those stand in prompts for other reasons."""
    return word.casefold() in _NUMBERS or len(word) < 2 or (word.isdigit() and len(word) < 3)
