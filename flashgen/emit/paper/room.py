"""Find a size in which a text certainly fits, by the widths of its letters: the engine measures as slowly as it sets.

The engine looks for a larger one, up to the largest, and measures what is not known here: formulas, pictures, code.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flashgen.emit.paper.widths import least_width, width
from flashgen.render.blocks import Block, Blocks, Paragraph, Rows
from flashgen.render.inline import GAP, Run
from flashgen.render.runs import Line

SMALLEST = 6.0
"""The smallest size in pt."""

_LEAST_LINE = 1.1
_UNSURE = re.compile(r"[\\`<&\]]")
"""Marks of what may be set in less space than it is written in: formulas, code, links, entities."""

_LINE, _LEADING, _INDENT = 0.66, 0.52, 2.0
_AROUND, _BETWEEN_ITEMS = 0.95, 0.15
_BLANK = 0.28
_SLACK = 1.04
_HANGING = 0.5
"""What letters of the first line may rise above it, and those of the last hang below it, in ems."""


@dataclass(frozen=True, slots=True)
class _Lines:
    """A paragraph: its words' widths, its indent and the room below it in ems, and its size against the side's."""

    words: tuple[float, ...]
    indent: float
    below: float
    scale: float


def certain(parts: Sequence[tuple[Blocks, float]], across: float, down: float, most: float) -> float:
    """Return the largest size in pt up to `most` in which blocks certainly fit; 0 if none is known. Room is in pt.

    Each part comes with its size relative to that of the side.
    """
    lines = [line for blocks, scale in parts for block in blocks for line in _lines(block, 0, scale)]
    measurable = [line for line in lines if line]
    if len(measurable) < len(lines):
        return 0
    halves = range(int(most * 2), int(SMALLEST * 2) - 1, -1)
    place = bisect_left(halves, True, key=lambda half: _height(measurable, across, half / 2) * _SLACK <= down)
    return halves[place] / 2 if place < len(halves) else 0


def excess(words: str, across: float, down: float) -> float:
    """Return a lower bound, in pt, on how far words in 6 pt exceed a height; 0 if they may fit."""
    if _UNSURE.search(words):
        return 0
    lines = least_width(words) * SMALLEST / (across + _BLANK * SMALLEST)
    return max(0.0, lines * _LEAST_LINE * SMALLEST - down)


def _lines(block: Block, indent: float, scale: float, below: float = _AROUND) -> Iterator[_Lines | None]:
    if isinstance(block, Rows):
        for place, item in enumerate(block.items):
            room = _BETWEEN_ITEMS if place and len(item) == 1 else _AROUND
            for inner in item:
                yield from _lines(inner, indent + _INDENT, scale, room)
    elif isinstance(block, Paragraph) and not any(map(_is_special, block.runs)):
        yield _Lines(tuple(_words(block.runs)), indent, below, scale)
    else:
        yield None


def _is_special(run: Run) -> bool:
    return bool(run.formula or run.fault or run.code or run.link or "\n" in run.words)


def _words(runs: Line) -> Iterator[float]:
    """Yield the width of each word; a blank includes its brackets."""
    open = 0.0
    for run in runs:
        said = f"[{run.words}]" if run.mark == GAP else run.words
        first, *more = said.split(" ")
        bold = run.bold or bool(run.mark)
        open += width(first, bold)
        for word in more:
            yield open
            open = width(word, bold)
    yield open


def _height(lines: Sequence[_Lines], across: float, size: float) -> float:
    """Return an upper bound on the height of lines in pt; infinite if a word is too wide."""
    total = _HANGING * size
    for line in lines:
        scaled = max(SMALLEST, size * line.scale)
        count = _count(line.words, across / scaled / _SLACK - line.indent)
        total += (count * (_LINE + _LEADING) + line.below) * scaled
    return total


def _count(words: Sequence[float], most: float) -> float:
    """Return the number of lines that words break into."""
    count, used = 1, 0.0
    for word in words:
        if word > most:
            return float("inf")
        if used and used + _BLANK + word > most:
            count, used = count + 1, word
        else:
            used += word + (_BLANK if used else 0)
    return count
