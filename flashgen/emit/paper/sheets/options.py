"""The options of a print run."""

from dataclasses import dataclass

from flashgen.model.layout import Layout, Size

BOTH, FRONTS, BACKS = "both", "fronts", "backs"
LONG, SHORT = "long", "short"


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """A layout, and how the printer goes about it.

    `flip` is the edge that it turns paper on, `reads` where it puts backs, in mm as read through the paper from the
    front (+x right, +y down). `cloze` is that of `cards`.
    """

    layout: Layout
    flip: str = LONG
    sides: str = BOTH
    reads: Size = (0, 0)
    cloze: str = ""
