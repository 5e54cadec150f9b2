"""The options of a print run."""

from dataclasses import dataclass

from flashgen.model.layout import Layout, Size

BOTH, FRONTS, BACKS = "both", "fronts", "backs"
LONG, SHORT = "long", "short"
TICKS, LINES = "ticks", "lines"
SHEET, STACK = "sheet", "stack"


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """A layout, and how the printer goes about it.

    `flip` is the edge that it turns paper on, `reads` where it puts backs, in mm as read through the paper from the
    front (+x right, +y down). `cloze` is that of `cards`, `cut` what shows where to cut. In the order of a stack, the
    piles that a stack of sheets is cut into are in reading order, from the first place to the last. `skip` leaves
    out the cards that cannot be printed.
    """

    layout: Layout
    flip: str = LONG
    sides: str = BOTH
    reads: Size = (0, 0)
    cloze: str = ""
    cut: str = TICKS
    order: str = SHEET
    skip: bool = False
