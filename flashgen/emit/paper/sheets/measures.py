"""The measures of a card: how far its text stays from the edges, and how large it is set."""

from dataclasses import dataclass
from math import sqrt

from flashgen.model.layout import Layout, Size

MM = 72 / 25.4
"""A millimetre in pt."""

_CUT: Size = (4.0, 3.55)
"""How far letters stay from a cut, in mm."""

_PAPER = 6.6
"""How far they stay from the edge of the paper, where lasers leave 4.2 mm blank and inkjets 5."""

_BELOW = 0.53
"""How far letters of the smallest print reach below their line, in mm."""

_USUAL, _READ = sqrt(95 * 69), 16.0
"""The mean side of the card that fronts are set on in 16 pt at the most."""

_COLUMN, _LISTED = 0.4, 9.5
"""The width of a list's narrower column, and the size of its text in pt."""

_SMALLEST, _LARGEST = 12.0, 36.0


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures of a layout's cards: `edge` and `inner` in mm, the largest sizes of text in pt.

    Small print is that many times as large as on a card of the usual size.
    """

    edge: Size
    inner: Size
    front: float
    back: float
    small: float


def measures(layout: Layout) -> Measures:
    """Return the measures of a layout's cards: text grows with the card, and keeps off the edge of the paper."""
    width, height = layout.card
    if layout.form == "list":
        return Measures((0, 0), (width * _COLUMN, height), _LISTED, _LISTED, 1)
    grown = sqrt(width * height) / _USUAL
    front, small = min(max(_SMALLEST, int(2 * _READ * grown) / 2), _LARGEST), max(1.0, sqrt(grown))
    x, y = _edge(layout, 0), _edge(layout, 1) + _BELOW * small
    return Measures((x, y), (width - 2 * x, height - 2 * y), front, front - 1, small)


def _edge(layout: Layout, axis: int) -> float:
    """Return how far letters stay from the edges of every card along an axis, so that all cards look alike."""
    nearest = min(layout.corner[axis], layout.page[axis] - _end(layout, axis))
    return max(_CUT[axis], _PAPER - nearest)


def _end(layout: Layout, axis: int) -> float:
    """Return where the last card ends along an axis."""
    return layout.corner[axis] + (layout.grid[axis] - 1) * layout.pitch[axis] + layout.card[axis]
