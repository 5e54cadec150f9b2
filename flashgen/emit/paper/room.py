"""Find the largest size in which a text fits a card, by its letters: the engine measures as slowly as it sets.

What is not known here is left to the engine: formulas, pictures, code, letters of other fonts.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from flashgen.emit.paper.breaking import broken, lone, words
from flashgen.emit.paper.widths import width
from flashgen.render.blocks import Block, Blocks, Paragraph, Rows

SMALLEST = 6.0
"""The smallest size in pt."""

_CAP, _LEADING, _SPACING, _ITEMS = 0.658, 0.52, 0.75, 0.55
"""The height of a line, and the room between lines, blocks and items of a list, in ems, as the templates have them."""

_HANGING = 0.5
"""What letters of the first line may rise above it, and those of the last hang below it, in ems."""

_INDENT = 0.5
_SLACK = 1.005
"""Some pairs of letters are set wider than both."""


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks of a side, their size relative to that of the side, the room above them and their indent in pt."""

    blocks: Blocks
    scale: float = 1.0
    above: float = 0.0
    indent: float = 0.0

    def size(self, size: float) -> float:
        """Return its own size in that of the side."""
        return max(SMALLEST, size * self.scale)


@dataclass(frozen=True, slots=True)
class Room:
    """The room for a side in pt: lines are as long as it is wide, but `narrow` where they end below `high`."""

    across: float
    down: float
    narrow: float = 0.0
    high: float = float("inf")


@dataclass(frozen=True, slots=True)
class Cut:
    """Where lines become narrow: the part, its block, and how many words or items of that come before.

    `gap` is the room between both in pt.
    """

    part: int
    block: int
    count: int
    gap: float


@dataclass(frozen=True, slots=True)
class _Lines:
    """A paragraph: the widths of its words in ems, its place, its indent and the room above it in ems."""

    words: tuple[float, ...]
    block: int
    item: int
    indent: float
    above: float


@dataclass(frozen=True, slots=True)
class _Group:
    """What is not parted but between lines: a paragraph, or an item of a list."""

    lines: tuple[_Lines, ...]
    place: int
    part: Part
    first: bool

    def above(self, size: float) -> float:
        """Return the room above it, in pt."""
        own = self.part.size(size) * self.lines[0].above
        return max(self.part.above, own) if self.first and self.place else own * (not self.first)

    def height(self, size: float, across: float) -> float:
        """Return its height, in pt; infinite if a word is too wide."""
        own, total = self.part.size(size), 0.0
        for place, line in enumerate(self.lines):
            count = len(broken(line.words, self.most(line, size, across)))
            total += (
                (count * (_CAP + _LEADING) - _LEADING + (line.above if place else 0)) * own if count else float("inf")
            )
        return total

    def most(self, line: _Lines, size: float, across: float) -> float:
        """Return how long a line can be, in ems."""
        return (across - self.part.indent) / self.part.size(size) / _SLACK - line.indent


def fit(parts: Sequence[Part], room: Room, most: float) -> tuple[float, Cut | None]:
    """Return the largest size in pt up to `most` in which a side fits, and where it is cut; 0 if none is known."""
    groups = _groups(parts)
    if groups is None:
        return 0, None
    if _laid(groups, most, room)[0] <= room.down:
        return most, _laid(groups, most, room)[1]
    halves = range(int(most * 2) - 1, int(SMALLEST * 2) - 1, -1)
    place = bisect_left(halves, True, key=lambda half: _laid(groups, half / 2, room)[0] <= room.down)
    return (halves[place] / 2, _laid(groups, halves[place] / 2, room)[1]) if place < len(halves) else (0, None)


def _groups(parts: Sequence[Part]) -> list[_Group] | None:
    """Return the paragraphs and items of a side; None if some are not known here."""
    groups: list[_Group] = []
    for place, part in enumerate(parts):
        lines = [line for number, block in enumerate(part.blocks) for line in _lines(block, number, -1, 0)]
        known = [line for line in lines if line]
        if len(known) < len(lines):
            return None
        for number, (_, some) in enumerate(groupby(known, key=lambda line: (line.block, line.item))):
            groups.append(_Group(tuple(some), place, part, number == 0))
    return groups


def _lines(block: Block, number: int, item: int, indent: float, above: float = _SPACING) -> Iterator[_Lines | None]:
    """Yield the paragraphs of a block; None for each that is not known here."""
    if isinstance(block, Rows):
        mark = mark_width(block)
        for place, row in enumerate(block.items):
            for inner, one in enumerate(row):
                gap = _ITEMS if place and not inner else _SPACING
                yield from _lines(one, number, place if item < 0 else item, indent + mark, gap)
    elif isinstance(block, Paragraph) and is_known(block):
        yield _Lines(tuple(words(block.runs)), number, item, indent, above)
    else:
        yield None


def mark_width(rows: Rows) -> float:
    """Return how far the items of a list are indented, in ems."""
    return _INDENT + width(f"{len(rows.items) + rows.start - 1}." if rows.start else "•")


def is_known(paragraph: Paragraph) -> bool:
    """Tell whether all words of a paragraph are as wide as their letters."""
    return not any(run.formula or run.fault or run.code or run.link for run in paragraph.runs)


def _laid(groups: Sequence[_Group], size: float, room: Room) -> tuple[float, Cut | None]:
    """Return how high a side is in a size, and where its lines become narrow."""
    bottom, cut = _HANGING * size, None
    for group in groups:
        gap = group.above(size)
        high = group.height(size, room.narrow if cut else room.across)
        if not cut and bottom + gap + high > room.high:
            high, cut = _parted(group, size, room, bottom + gap, gap)
        bottom += gap + high
    return bottom, cut


def _parted(group: _Group, size: float, room: Room, top: float, gap: float) -> tuple[float, Cut]:
    """Return how high a group is of which not all lines are above `room.high`, and where it is cut."""
    line, own = group.lines[0], group.part.size(size)
    whole = Cut(group.place, line.block, max(line.item, 0), gap)
    fits = int((room.high - top + _LEADING * own) / ((_CAP + _LEADING) * own))
    ends = broken(line.words, group.most(line, size, room.across))
    if line.item >= 0 or fits < 1 or len(ends) <= fits:
        return group.height(size, room.narrow), whole
    count = ends[fits - 1]
    narrow = group.most(line, size, room.narrow)
    if len(broken(line.words[count:], narrow)) == 1:
        count = len(line.words) - (lone(line.words, [*ends[:fits], len(line.words)], narrow) or len(line.words) - count)
    rest = _Group((_Lines(line.words[count:], line.block, -1, line.indent, 0),), group.place, group.part, False)
    high = (fits * (_CAP + _LEADING)) * own + rest.height(size, room.narrow)
    return high, Cut(group.place, line.block, count, _LEADING * own)
