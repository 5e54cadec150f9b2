"""Invisible characters: because of them, words that look the same differ, and are not found or printed as they look."""

import re
from functools import lru_cache
from unicodedata import bidirectional, category

_ALWAYS = "\u00ad\u034f\u115f\u1160\u180e\u200b\u202d\u202e\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069"
_JOINER = "\u200c\u200d"
_VARIANT = "\ufe00-\ufe0f"
_TAG = "\U000e0001-\U000e007f"
_ANY = re.compile(f"[{_ALWAYS}{_DIRECTION}{_JOINER}{_VARIANT}{_TAG}]")
_UNDRAWN = re.compile(f"(?!\u200b)[{_ALWAYS}{_TAG}]")
_OF_DIRECTION = re.compile(f"[{_DIRECTION}]")
_OF_TAG = re.compile(f"[{_TAG}]")
_OF_VARIANT = re.compile(f"[{_VARIANT}]")
_JOINED = re.compile("[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufefc]")
"""Scripts that spell with joiners: Arabic and its relatives, those of India, Tibetan, Burmese, Khmer, Mongolian."""

_LONE_SIGN = "\u2139"
"""The information sign is a letter in Unicode, and has an emoji form."""

_FLAG = "\U0001f3f4"


@lru_cache(maxsize=65536)
def invisible(words: str) -> tuple[str, ...]:
    """Return the invisible characters that a text does not need, in reading order.

    Some scripts spell with joiners; emoji need joiners and variation selectors; words that are written from right to
    left need marks of direction.
    """
    if words.isascii() or not _ANY.search(words):
        return ()
    backwards = any(letter.isalpha() and bidirectional(letter) in ("R", "AL") for letter in words)
    beside = zip(f" {words}", words, f"{words[1:]} ", strict=False)
    return tuple(letter for before, letter, after in beside if _is_needless(before, letter, after, backwards))


def visible(words: str) -> str:
    """Return words without the invisible characters that they do not need."""
    needless = set(invisible(words))
    return "".join(letter for letter in words if letter not in needless) if needless else words


def drawn(words: str) -> str:
    """Return words without what a font never draws; what shapes, turns or parts the letters beside it stays."""
    return words if words.isascii() else _UNDRAWN.sub("", words)


def is_undrawn(letter: str) -> bool:
    """Return whether a character tells how others are drawn, and is not drawn itself."""
    return bool(_ANY.match(letter))


def _is_needless(before: str, letter: str, after: str, backwards: bool) -> bool:
    """Return whether a character is invisible and its neighbours do not need it."""
    if not _ANY.match(letter):
        return False
    if letter in _JOINER:
        return not any(_JOINED.match(beside) or _is_picture(beside) for beside in (before, after))
    if _OF_VARIANT.match(letter):
        return before.isspace() or (before.isalpha() and before < "\u2e80" and before != _LONE_SIGN)
    if _OF_TAG.match(letter):
        return before != _FLAG and not _OF_TAG.match(before)
    return not (backwards and _OF_DIRECTION.match(letter))


def _is_picture(letter: str) -> bool:
    return category(letter) in ("So", "Sk") or bool(_OF_VARIANT.match(letter))
