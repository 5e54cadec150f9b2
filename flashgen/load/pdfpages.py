"""The places of a source's pages in its PDF: an offset for all, or one for each range of pages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from flashgen.load.citable import Labels
from flashgen.load.cited import span
from flashgen.load.fields import Fields
from flashgen.load.key import Shape
from flashgen.load.labels import value
from flashgen.load.nodes import Mapping
from flashgen.load.shapes import word
from flashgen.model.locator import PAGE
from flashgen.model.source import Page

_OFFSET = re.compile("[-+]?[0-9]{1,6}")
_ONE: Shape = {**word(_OFFSET, "write a whole number", "integer"), "minimum": -999_999, "maximum": 999_999}
OFFSET: Shape = {"oneOf": [_ONE, {"type": "object", "additionalProperties": _ONE, "minProperties": 1}]}
"""An offset as a source file has it."""

_NUMBER = re.compile("[0-9]{1,6}")
_LAST_NUMBER = re.compile("[0-9]+(?=[^0-9]*$)")


def with_pdf_pages(read: Fields, pages: Sequence[Page], known: Labels) -> tuple[Page, ...]:
    """Return pages, each with its place in the PDF if it is known: its own, or its number with the offset added.

    A page that would be before the first of the PDF is not in it.
    """
    node = read.values["pdf_offset"][1] if "pdf_offset" in read.values else None
    if isinstance(node, Mapping):
        if not node.pairs:
            read.report(node.place, "blank", '"pdf_offset" is blank', "write a value, or delete the key")
        offsets = dict(_offsets(Fields(node.pairs, node.place, read.problems), known))
        places = [_shifted(page.label, offsets.get(number)) for number, page in enumerate(pages)]
    else:
        # A section, or a verse, is on the page of its own number only where its author says so.
        offset, counts = _offset(read, "pdf_offset") or 0, node or known.locator == PAGE
        numbers = [page.label if counts and _NUMBER.fullmatch(page.label) else "" for page in pages]
        places = [int(number) + offset if number else None for number in numbers]
    inside = [place if place and place > 0 else None for place in places]
    return tuple([replace(page, pdf_page=page.pdf_page or place) for page, place in zip(pages, inside, strict=True)])


def _offsets(ranges: Fields, known: Labels) -> Iterator[tuple[int, int]]:
    """Yield the offset of each page in a range that has one, by the page's place."""
    for written, (key, _) in ranges.values.items():
        found, offset = span(ranges, written, key.place, known), _offset(ranges, written)
        if found and offset is not None:
            yield from ((number, offset) for number in range(found.first, found.last + 1))


def _shifted(label: str, offset: int | None) -> int | None:
    """Return the number of a label, roman or the last one in it, with an offset added."""
    digits = _LAST_NUMBER.search(label)
    number = int(digits.group()) if digits else value(label.lower())
    return number + offset if number and offset is not None else None


def _offset(read: Fields, key: str) -> int | None:
    written = read.word(key)
    if not written or _OFFSET.fullmatch(written):
        return int(written) if written else None
    read.report(
        read.place_of(key),
        "wrong-type",
        f'"{written}" is not a whole number',
        "write a whole number, with - before it if the PDF begins later",
    )
    return None
