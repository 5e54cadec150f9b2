"""A custom layout of card sheets: the page, and eight numbers in mm."""

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
    Key(
        "page",
        "The paper: `A4`, `A4 landscape`, `Letter`, `Letter landscape`, or width x height in mm.",
        WORD,
        "A4",
        True,
    ),
    Key("columns", "How many cards are in a row.", MEASURE, 2, True),
    Key("rows", "How many cards are in a column.", MEASURE, 4, True),
    Key("width", "The width of a card, in mm.", MEASURE, 95, True),
    Key("height", "The height of a card, in mm.", MEASURE, 69, True),
    Key("left", "The distance from the left edge of the page to the first card, in mm.", MEASURE, 10, True),
    Key("top", "The distance from the top edge of the page to the first card, in mm.", MEASURE, "10.5", True),
    Key(
        "pitch_x",
        "The distance from the left edge of a card to that of the next, in mm [default: the width].",
        MEASURE,
        95,
    ),
    Key(
        "pitch_y",
        "The distance from the top edge of a card to that of the next, in mm [default: the height].",
        MEASURE,
        69,
    ),
)
SHAPE: Shape = {"oneOf": [WORD, mapping(KEYS)]}
"""A layout as `deck.yaml` has it: a name, or a custom layout."""

_PAGES: dict[str, Size] = {
    "a4": (210, 297),
    "a4 landscape": (297, 210),
    "letter": (215.9, 279.4),
    "letter landscape": (279.4, 215.9),
}
_PAGE = re.compile(r"([0-9.]+)\s*[x×]\s*([0-9.]+)")


def layout_file(path: Path, problems: list[Problem]) -> Layout | None:
    """Return the layout that a file describes; None with problems. UnreadableError if the disk fails."""
    before, text = len(problems), decode(read_bytes(path), str(path.absolute()), problems)
    node = None if text is None or len(problems) > before else compose(text, str(path.absolute()), problems)
    return layout(node, path.stem, problems) if node else None


def layout(node: Node, name: str, problems: list[Problem]) -> Layout | None:
    """Return the layout that a node describes; None if it cannot be printed. The reasons join the problems."""
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
    found = Layout(name, page, (columns, rows), (width, height), corner, pitch)
    for message in found.faults():
        read.report(read.place, "bad-layout", message, "measure the paper again; all numbers are in mm")
    return found if len(problems) == before else None


def _page(read: Fields) -> Size:
    written = read.word("page")
    known, measured = _PAGES.get(written.lower()), _PAGE.fullmatch(written)
    if known:
        return known
    if measured and all(MEASURED.fullmatch(side) for side in measured.groups()):
        return float(measured[1]), float(measured[2])
    hint = "write A4, A4 landscape, Letter, Letter landscape, or 210 x 297"
    read.report(read.place_of("page"), "bad-layout", f'"{written}" is not a page size', hint)
    return 0, 0


def _whole(read: Fields, key: str) -> int:
    number = _number(read, key)
    if number != int(number):
        read.report(
            read.place_of(key),
            "bad-layout",
            f'"{key}" must be a whole number, and is {number:g}',
            "write a whole number",
        )
    return int(number)


def _number(read: Fields, key: str, default: float = 0) -> float:
    """Return a number; `default` without the key."""
    written = read.word(key)
    if written and not MEASURED.fullmatch(written):
        message = f'"{key}" must be a number of mm, and is "{written}"'
        read.report(read.place_of(key), "bad-layout", message, "write it like 95 or 10.5")
    return float(written) if MEASURED.fullmatch(written) else default
