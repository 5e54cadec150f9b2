"""A layout of an author's own: the page, and eight numbers in mm."""

import re
from pathlib import Path

from flashgen.load.compose import compose
from flashgen.load.decode import decode
from flashgen.load.fields import Fields, fields
from flashgen.load.files import read_bytes
from flashgen.load.key import Key, Shape, mapping, names
from flashgen.load.nodes import Node
from flashgen.load.shapes import MEASURE, MEASURED, WORD
from flashgen.model.layout import Layout, Size
from flashgen.model.problem import Problem

KEYS = (
    Key("page", "The paper: `A4`, `A4 landscape`, `Letter`, `Letter landscape`, or two sides in mm.", WORD, "A4", True),
    Key("columns", "How many cards lie beside one another.", MEASURE, 2, True),
    Key("rows", "How many cards lie below one another.", MEASURE, 4, True),
    Key("width", "How wide a card is, in mm.", MEASURE, 95, True),
    Key("height", "How high a card is, in mm.", MEASURE, 69, True),
    Key("left", "From the left edge of the page to the first card, in mm.", MEASURE, 10, True),
    Key("top", "From the upper edge of the page to the first card, in mm.", MEASURE, "10.5", True),
    Key("pitch_x", "From one card to the next beside it, in mm; without it, they touch.", MEASURE, 95),
    Key("pitch_y", "From one card to the next below it, in mm; without it, they touch.", MEASURE, 69),
)
SHAPE: Shape = {"oneOf": [WORD, mapping(KEYS)]}
"""A layout as `deck.yaml` has it: the name of one, or one of the author's own."""

_PAGES: dict[str, Size] = {
    "a4": (210, 297),
    "a4 landscape": (297, 210),
    "letter": (215.9, 279.4),
    "letter landscape": (279.4, 215.9),
}
_PAGE = re.compile(r"([0-9.]+)\s*[x×]\s*([0-9.]+)")


def layout_file(path: Path, problems: list[Problem]) -> Layout | None:
    """Return the layout that a file describes; None with problems. UnreadableError where the disk fails."""
    before, text = len(problems), decode(read_bytes(path), str(path.absolute()), problems)
    node = None if text is None or len(problems) > before else compose(text, str(path.absolute()), problems)
    return layout(node, path.stem, problems) if node else None


def layout(node: Node, name: str, problems: list[Problem]) -> Layout | None:
    """Return the layout that keys describe; None where it cannot be printed, for the reasons that join the problems."""
    read = fields(node, names(KEYS), problems)
    lacking = read and [read.missing(key.name, str(key.example)) for key in KEYS if key.needed]
    if read is None or not lacking or any(lacking):
        return None
    before, page = len(problems), _page(read)
    columns, rows = _whole(read, "columns"), _whole(read, "rows")
    width, height = _number(read, "width"), _number(read, "height")
    corner = _number(read, "left"), _number(read, "top")
    pitch = _number(read, "pitch_x", width), _number(read, "pitch_y", height)
    if len(problems) > before:
        return None
    made = Layout(name, page, (columns, rows), (width, height), corner, pitch)
    for said in made.faults():
        read.report(read.place, "bad-layout", said, "measure the paper again; all numbers are in mm")
    return made if len(problems) == before else None


def _page(read: Fields) -> Size:
    written = read.word("page")
    named, found = _PAGES.get(written.lower()), _PAGE.fullmatch(written)
    if named:
        return named
    if found and all(MEASURED.fullmatch(side) for side in found.groups()):
        return float(found[1]), float(found[2])
    said, hint = f'"{written}" is not a page', "write A4, A4 landscape, Letter, Letter landscape, or 210 x 297"
    read.report(read.place_of("page"), "bad-layout", said, hint)
    return 0, 0


def _whole(read: Fields, key: str) -> int:
    number = _number(read, key)
    if number != int(number):
        read.report(read.place_of(key), "bad-layout", f'"{key}" is {number:g}', "write a whole number")
    return int(number)


def _number(read: Fields, key: str, without: float = 0) -> float:
    """Return a number, or what it is without the key."""
    written = read.word(key)
    if written and not MEASURED.fullmatch(written):
        said = f'"{key}" is "{written}" where a number of mm is expected'
        read.report(read.place_of(key), "bad-layout", said, "write it like 95 or 10.5")
    return float(written) if MEASURED.fullmatch(written) else without
