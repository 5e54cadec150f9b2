"""Dashes between numbers: 1929-33 becomes 1929–33, but a date, a telephone number or an aircraft keeps its hyphen."""

import re
from collections.abc import Iterator

from flashgen.render.typography.addresses import ADDRESS
from flashgen.render.typography.unspaced import UNSPACED

_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3}){1,4}|\d{4}/\d\d(?!\d)|\d+(?:[.,:]\d+)?"
_SUFFIX = r"[ \u00a0\u202f]?%|°[CF]?|s|st|nd|rd|th|er|-[а-я]{1,2}|[a-d]|e(?=-\d+[a-e]\b)"
_UNIT = rf"{_SUFFIX}|km|m|cm|mm|kg|g|mg|l|ml|h|am|pm|x"
_WORD = rf"[^\W{UNSPACED}]"
_BETWEEN = re.compile(
    rf"{ADDRESS}|(?<!{_WORD})(?<![/+#@=\\^~-])(?<!\d[.,:])(?P<first>{_NUMBER})(?:{_UNIT}|\.)?"
    rf"(?P<dash>-)['’$€£]?(?P<last>{_NUMBER})(?:{_UNIT}|e)?(?!{_WORD}|[/=+@-]| =|[.,:]\d)"
)
_BEFORE_CODE = re.compile(
    r"(?:\b(?:tel|telephone|phone|fax|call|dial|isbn|issn|no)\b\W*|\+\d[\d ()]*|\(\d+\) ?|\b0\d+ |= ?)$", re.IGNORECASE
)
_LONGEST_BEFORE = 24
_YEAR, _FICTION = 4, "555"
_LAST_YEAR = 2100
"""Of three digits and four, years and pages end before this; what is above it is a telephone number."""


def dashes(said: str) -> Iterator[int]:
    """Yield the places of hyphens between two numbers, from the first of which it goes on to the last."""
    for found in _BETWEEN.finditer(said):
        if not found["dash"]:
            continue
        before = said[max(0, found.start() - _LONGEST_BEFORE) : found.start()]
        if _is_range(found["first"], found["last"]) and not _BEFORE_CODE.search(before):
            yield found.start("dash")


def _is_range(first: str, last: str) -> bool:
    """Tell whether two numbers are the ends of a range, or a score; a number of many digits may be one of a code."""
    if not (first.isdigit() and last.isdigit()):
        return True
    if first.startswith("0") and first != "0":
        return False
    if len(last) < len(first):
        return _is_shortened(first, last)
    if last.startswith("0") or len(last) > len(first) + 1:
        return last == "0" or (len(last) <= _YEAR and not last.startswith("0"))
    if len(first) < _YEAR == len(last):
        return first != _FICTION and (len(first) < _YEAR - 1 or int(last) <= _LAST_YEAR)
    return len(last) <= _YEAR or int(last) > int(first)


def _is_shortened(first: str, last: str) -> bool:
    """Tell whether a shorter number goes on from another: 1929-33. A month of a year does not: 2026-11."""
    whole = first[: -len(last)] + last
    return len(first) < _YEAR or (len(first) == _YEAR and int(whole) > int(first))
