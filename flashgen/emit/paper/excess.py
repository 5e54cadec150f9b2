"""What exceeds any card, told without setting it: for a very long text, the engine would take minutes."""

import re

from flashgen.emit.paper.breaking import BLANK
from flashgen.emit.paper.room import SMALLEST
from flashgen.emit.paper.widths import least_width

_LEAST_LINE = 1.1
_UNSURE = re.compile(r"[\\`<&\]]")
"""Marks of what may be set in less space than it is written in: formulas, code, links, entities."""


def excess(words: str, across: float, down: float) -> float:
    """Return a lower bound, in pt, on how far words in 6 pt exceed a height; 0 if they may fit."""
    if _UNSURE.search(words):
        return 0
    lines = least_width(words) * SMALLEST / (across + BLANK * SMALLEST)
    return max(0.0, lines * _LEAST_LINE * SMALLEST - down)
