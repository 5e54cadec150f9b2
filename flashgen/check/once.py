"""What rules have in common is made once for a note: its cards, the pieces of their fronts, its texts."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TypeVar

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")
_MOST = 256
"""How many values are kept: more than one note has, as rules take turns at one note before the next."""


def has_any(words: str, looked_for: Iterable[str]) -> bool:
    """Tell whether words, in any case, have one of some texts in small letters; it rules a slow pattern out."""
    small = words.casefold()
    for one in looked_for:  # noqa: SIM110 - any() takes twice as long, and this is done for every text
        if one in small:
            return True
    return False


def once(make: Callable[[_Given], _Made]) -> Callable[[_Given], _Made]:
    """Return a function that keeps what it has lately made of the same object, not of an equal one."""
    kept: dict[int, tuple[_Given, _Made]] = {}

    @wraps(make)
    def made(given: _Given) -> _Made:
        found = kept.get(id(given))
        if found is None:
            if len(kept) >= _MOST:
                kept.clear()
            found = kept[id(given)] = given, make(given)
        return found[1]

    return made
