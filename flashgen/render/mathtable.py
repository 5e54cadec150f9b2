"""A table of MathML as a node: its rows of cells, and how they are aligned and ruled."""

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from flashgen.render.mathtree import Formula, Node

_ALIGN = (Node("align"),)
_AT_LEFT, _AT_RIGHT = "text-align: left", "text-align: right"
_MARGIN = re.compile(r"width: 50%;?$")


def table(element: Element, inside: Callable[[Element], Formula]) -> Node:
    """Return a table, given what returns the pieces of a cell.

    Its word tells whether cells are for display, and after which columns and rows there is a line.
    """
    rows = [[cell for cell in row if not _MARGIN.match(cell.get("style", ""))] for row in element]
    if len(rows) > 1 and not any(map(len, rows[-1])):  # a break or a line below the last row begins another
        del rows[-1]
    lines = [*_lines(rows[0], "border-right", "v"), *_lines([row[0] for row in rows if row], "border-top", "h")]
    said = " ".join((["display"] if element.get("displaystyle") == "true" else []) + lines)
    return Node("table", said, tuple((Node("row", parts=tuple(_cells(row, inside))),) for row in rows))


def _lines(cells: list[Element], side: str, letter: str) -> Iterator[str]:
    """Yield after which of some cells there is a line; one before the first is left out."""
    for place, cell in enumerate(cells):
        after = place + 1 if letter == "v" else place
        if f"{side}: " in cell.get("style", "") and after and not (letter == "v" and after == len(cells)):
            yield f"{letter}{after}"


def _cells(row: list[Element], inside: Callable[[Element], Formula]) -> Iterator[Formula]:
    """Yield cells with their points of alignment; one at the right joins the next at its left, as in equations."""
    rest = iter(row)
    for cell in rest:
        style = cell.get("style", "")
        if _AT_RIGHT in style and "padding-right: 0" in style:
            following = next(rest, None)
            yield (*inside(cell), *_ALIGN, *(inside(following) if following is not None else ()))
        elif _AT_RIGHT in style:
            yield (*inside(cell), *_ALIGN)
        else:
            yield (*_ALIGN, *inside(cell)) if _AT_LEFT in style else inside(cell)
