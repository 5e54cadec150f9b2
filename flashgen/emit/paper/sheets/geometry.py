"""The place of each card on the front and back of a sheet, in mm from the top left corner."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from flashgen.model.layout import Layout, Size

FARTHEST = 6.0
"""How many mm backs may be off; more than that, text could leave the paper."""

_TICK = 5.0
_GAP = 1.0
_CROSS = 2.0
_MARGIN = 9.9
"""The least margin for a label: it keeps 6.5 mm off the edge of the paper, and 1 mm off the cards."""

_ABOVE, _BELOW = 1.5, 2.9

Line = tuple[float, float, float, float]
"""From x, y to x, y."""


def spots(layout: Layout) -> tuple[Size, ...]:
    """Return the corner of each card on a front, row by row."""
    (x, y), (across, down) = layout.corner, layout.pitch
    columns, rows = layout.grid
    return tuple((x + column * across, y + row * down) for row in range(rows) for column in range(columns))


def turns_sideways(layout: Layout, flip: str) -> bool:
    """Tell whether paper flipped on its "long" or "short" edge turns about a vertical axis."""
    return layout.landscape == (flip == "short")


def back_spots(layout: Layout, flip: str, reads: Size = (0, 0)) -> tuple[Size, ...]:
    """Return the corner of the back of each card, in the order of the fronts.

    `reads` is where the printer puts backs, as read through the paper from the front: +x to the right, +y down; it is
    taken back.
    """
    (width, height), (w, h) = layout.page, layout.card
    dx, dy = correction(layout, flip, reads)
    if turns_sideways(layout, flip):
        return tuple((width - x - w + dx, y + dy) for x, y in spots(layout))
    return tuple((x + dx, height - y - h + dy) for x, y in spots(layout))


def correction(layout: Layout, flip: str, reads: Size) -> Size:
    """Return by how much a back is to be moved on its own side so that it lies behind its front."""
    x, y = reads
    return (x, -y) if turns_sideways(layout, flip) else (-x, y)


def cut_marks(layout: Layout) -> tuple[Line, ...]:
    """Return where to cut: ticks beside the cards, or at the paper's edge, and crosses where cards touch."""
    if layout.perforated:
        return ()
    upright = [(x, y, x, to) for x in _cuts(layout, 0) for y, to in _ticks(layout, 1)]
    lying = [(x, y, to, y) for y in _cuts(layout, 1) for x, to in _ticks(layout, 0)]
    return (*upright, *lying, *_crosses(layout))


def cut_lines(layout: Layout) -> tuple[Line, ...]:
    """Return where to cut, as lines from edge to edge of the paper."""
    width, height = layout.page
    upright, lying = (() if layout.perforated else _cuts(layout, axis) for axis in (0, 1))
    return (*[(x, 0.0, x, height) for x in upright], *[(0.0, y, width, y) for y in lying])


def label_spot(layout: Layout, spots: Sequence[Size]) -> Size | None:
    """Return where the line of a sheet's label begins, above or below its cards; None where no margin has room."""
    left, top = min(x for x, _ in spots) + _CROSS, min(y for _, y in spots)
    bottom = max(y for _, y in spots) + layout.card[1]
    if top >= _MARGIN:
        return left, top - _ABOVE
    return (left, bottom + _BELOW) if layout.page[1] - bottom >= _MARGIN else None


def _cuts(layout: Layout, axis: int) -> tuple[float, ...]:
    """Return each cut along an axis once, also where two cards share it."""
    cuts = sorted({round(cut, 3) for start in _starts(layout, axis) for cut in (start, start + layout.card[axis])})
    return tuple(cut for cut in cuts if 0 < cut < layout.page[axis])


def _ticks(layout: Layout, axis: int) -> Iterator[tuple[float, float]]:
    """Yield the two ticks of a line along an axis: beside the cards, or on the line where the margin has no room."""
    room, end = _TICK + _GAP, layout.page[axis]
    first, last = layout.corner[axis], _starts(layout, axis)[-1] + layout.card[axis]
    yield (first - room, first - _GAP) if first >= room else (0, _TICK)
    yield (last + _GAP, last + room) if last <= end - room else (end - _TICK, end)


def _crosses(layout: Layout) -> Iterator[Line]:
    """Yield a small cross for each point inside the grid where four cards meet."""
    joints = [[b for a, b in pairwise(_starts(layout, axis)) if b - a - layout.card[axis] < 0.01] for axis in (0, 1)]
    for x in joints[0]:
        for y in joints[1]:
            yield x - _CROSS, y, x + _CROSS, y
            yield x, y - _CROSS, x, y + _CROSS


def _starts(layout: Layout, axis: int) -> list[float]:
    return [layout.corner[axis] + count * layout.pitch[axis] for count in range(layout.grid[axis])]
