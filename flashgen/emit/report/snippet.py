"""The part of a line that fits a terminal, and the columns in which its fault stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from flashgen.load.decode import UNPRINTABLE

_OBEYED = re.compile(rf"{UNPRINTABLE.pattern}|[\u2028-\u202e\u2066-\u2069]|(?<!\S):(?=:)|#(?=#\[)")
"""Characters that control a terminal, and the starts of GitHub workflow commands."""

_UNSEEN = "\N{REPLACEMENT CHARACTER}"
_TAB = " " * 4
_QUOTED = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:''|[^'])*'")
_END = re.compile(r"\s+#|\s*\Z")
_END_IN_FLOW = re.compile(r"\s*(?:,(?=\s|\Z)|[}\]])|\s+#|\s*\Z")
"""Where a value of YAML ends in its line; values between braces or brackets end at a comma too."""

_REACH = 4
"""How many characters are looked at for each column: one letter may be made of several."""

Letters: TypeAlias = list[tuple[str, int]]
"""Letters as they are shown, each with the columns that it takes."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A part of a line; its fault begins behind `before` columns and takes `length` of them."""

    part: str
    before: int
    length: int


def snippet(line: str, column: int, length: int, width: int) -> Snippet:
    """Return what fits into a width of a line and the fault in it; one without a length is the value that begins there.

    The work depends on the width, not on the line, which may have megabytes.
    """
    start, reach = column - 1, _REACH * width
    lead, rest = line[max(0, start - reach) : start], line[start : start + reach]
    end = start + min(length or _length(lead, rest), reach)
    before, after = _letters(lead), _letters(line[end : end + reach].rstrip())
    fault = _seen(_letters(line[start:end]))
    spare = width - min(_columns(fault), width // 2)
    left = spare - min(_columns(after), spare // 4)
    head, cut = _fitted(before[::-1], left, more=start > reach)
    room = width - _columns(head) - cut
    tail, more = _fitted([*fault, *after], room, more=len(line) > end + reach)
    letters = "".join(letter for letter, _ in [*head[::-1], *tail])
    part = f"{'…' * cut}{letters}{'…' * more}"
    return Snippet(part, cut + _columns(head), max(1, _columns(tail[: len(fault)])))


def _length(before: str, rest: str) -> int:
    """Return the length of the value that begins a rest of a line."""
    if quoted := _QUOTED.match(rest):
        return quoted.end()
    opened = sum(before.count(mark) for mark in "{[") > sum(before.count(mark) for mark in "}]")
    ends = (_END_IN_FLOW if opened else _END).finditer(rest)
    return next(ends).start()  # the end of the line is one


def _letters(text: str) -> Letters:
    """Return letters, with what a terminal would obey replaced."""
    text = _OBEYED.sub(_UNSEEN, text).replace("\t", _TAB)
    if text.isascii():
        return [(letter, 1) for letter in text]
    from wcwidth import iter_graphemes, width

    return [(letter, width(letter)) for letter in iter_graphemes(text)]


def _seen(fault: Letters) -> Letters:
    """Return the letters of a fault; of one that takes no columns, signs that do."""
    return fault if _columns(fault) else [(_UNSEEN, 1) for _ in fault]


def _fitted(letters: Letters, columns: int, more: bool) -> tuple[Letters, bool]:
    """Return the first letters that fit, beside a mark for what is left out if anything is, or there is more."""
    if not more and _columns(letters) <= columns:
        return letters, False
    kept, left = [], columns - 1
    for letter in letters:
        left -= letter[1]
        if left < 0:
            break
        kept.append(letter)
    return kept, True


def _columns(letters: Iterable[tuple[str, int]]) -> int:
    return sum(columns for _, columns in letters)
