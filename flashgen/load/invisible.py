"""Characters that nobody sees: words that look alike differ by them, and are not found or printed as they look."""

import re
from functools import lru_cache
from unicodedata import bidirectional, category

_ALWAYS = "\u00ad\u034f\u115f\u1160\u180e\u200b\u202d\u202e\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069"
_JOINER = "\u200c\u200d"
_VARIANT = "\ufe00-\ufe0f"
_TAG = "\U000e0001-\U000e007f"
_ANY = re.compile(f"[{_ALWAYS}{_DIRECTION}{_JOINER}{_VARIANT}{_TAG}]")
_UNDRAWN = re.compile(rf"(?!\u200b){_ANY.pattern}")
_OF_DIRECTION = re.compile(f"[{_DIRECTION}]")
_OF_TAG = re.compile(f"[{_TAG}]")
_OF_VARIANT = re.compile(f"[{_VARIANT}]")
_JOINED = re.compile("[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufefc]")
"""Letters of scripts in which joiners spell: Arabic and its kin, those of India, Tibetan, Burmese, Khmer, Mongolian."""

_LONE_SIGN = "\u2139"
"""The sign for information counts as a letter, and has a form as an emoji."""

_FLAG = "\U0001f3f4"


@lru_cache(maxsize=65536)
def invisible(words: str) -> tuple[str, ...]:
    """Return the characters of a text that nobody sees and that it does not need, in reading order.

    Joiners spell in some scripts and make emoji, variation selectors too, and marks of direction belong to words that
    are written from right to left.
    """
    if words.isascii() or not _ANY.search(words):
        return ()
    backwards = any(letter.isalpha() and bidirectional(letter) in ("R", "AL") for letter in words)
    beside = zip(f" {words}", words, f"{words[1:]} ", strict=False)
    return tuple(letter for before, letter, after in beside if _is_needless(before, letter, after, backwards))


def visible(words: str) -> str:
    """Return words without the characters that they do not need and nobody sees."""
    needless = set(invisible(words))
    return "".join(letter for letter in words if letter not in needless) if needless else words


def drawn(words: str) -> str:
    """Return words as a font draws them on paper: only a space of no width stays, where a line may break."""
    return words if words.isascii() else _UNDRAWN.sub("", words)


def _is_needless(before: str, letter: str, after: str, backwards: bool) -> bool:
    """Tell whether a character is one that nobody sees and that its neighbours do not need."""
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
