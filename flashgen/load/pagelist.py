"""The pages of a source: a list of pages and of ranges of pages, or one range."""

import re
from dataclasses import dataclass, field
from itertools import chain

from flashgen.load.backwards import report_backwards
from flashgen.load.fields import Fields, fields
from flashgen.load.key import Key, Shape, mapping, names
from flashgen.load.labels import DASH, MOST, bare, ranged, unfit
from flashgen.load.nodes import Mapping, Node, Scalar
from flashgen.load.shapes import TEXT, WORD, one_or_several, word
from flashgen.model.place import Place
from flashgen.model.source import RANGE, Page

_NUMBER = re.compile("[1-9][0-9]{0,5}")

PAGE = (
    Key("page", "Its label as printed.", WORD, 61, needed=True),
    Key("footnotes", "The footnotes at its foot.", one_or_several(WORD), "1-2"),
    Key("gist", "What the page says, in one sentence of your own.", TEXT),
    Key("nothing", "Why no card is about it, such as: a blank page.", TEXT, "a map"),
    Key("pdf_page", "Its place in the PDF, counted from 1.", word(_NUMBER, "write a whole number", "integer"), 22),
)
PAGES: Shape = {"oneOf": [WORD, {"type": "array", "items": {"oneOf": [WORD, mapping(PAGE)]}, "minItems": 1}]}
"""The pages of a source as its file has them."""


@dataclass(frozen=True, slots=True)
class _PageList:
    """The pages of a source by label, collected one by one; `lost` are the places of those that could not be read.

    `anchors` has the label of each address, and `described` the place where a page is described.
    """

    read: Fields
    locator: str
    pages: dict[str, Page] = field(default_factory=dict)
    anchors: dict[str, str] = field(default_factory=dict)
    described: dict[str, Place] = field(default_factory=dict)
    lost: list[Place] = field(default_factory=list)

    def add(self, node: Node) -> None:
        """Add a page, or the pages of a range."""
        if isinstance(node, Mapping):
            self._add_page(node)
        elif value := self.read.one(node, 'an item of "pages"', whole=False):
            self._add_range(value)
        else:
            self.lost.append(node.place)

    def _add_page(self, node: Mapping) -> None:
        item = fields(node, names(PAGE), self.read.problems)
        label = item and bare(item.word("page", example="its label"), self.locator)
        if not item or not label or not _is_label(item, label, item.place_of("page")):
            self.lost.append(node.place)
            return
        place = item.place_of("page")
        if label in self.described:
            message = f"page {label} is described twice (first on line {self.described[label].line})"
            item.report(place, "same-page", message, "delete one of the two")
            return
        self.described[label] = place
        notes = [labels for value in item.each_word("footnotes") if (labels := _labels(item, value, "note"))]
        ranges = ", ".join(RANGE.join(dict.fromkeys((labels[0], labels[-1]))) for labels in notes)
        page = Page(label, item.text("gist"), tuple(chain(*notes)), ranges, _pdf_page(item), item.text("nothing"))
        self._list(page, item, place)

    def _add_range(self, value: Scalar) -> None:
        labels = _labels(self.read, value, self.locator)
        if not labels:
            self.lost.append(value.place)
        if again := next((label for label in labels if label in self.pages), ""):
            message, hint = f"page {again} is listed twice", "list every page once; describe it below its range"
            self.read.report(value.place, "same-page", message, hint)
        for label in labels:
            if label not in self.pages:
                self._list(Page(label), self.read, value.place)

    def _list(self, page: Page, read: Fields, place: Place) -> None:
        other = self.anchors.setdefault(page.anchor, page.label)
        if other != page.label:
            message = f'the pages "{other}" and "{page.label}" would have the same address'
            read.report(place, "same-page", message, "rename one of them")
            self.lost.append(place)
        else:
            self.pages[page.label] = page


def page_list(read: Fields, locator: str) -> tuple[dict[str, Page], bool]:
    """Return the pages of a source by label, in order, and whether all of them could be read."""
    found = _PageList(read, locator)
    node = read.values["pages"][1] if "pages" in read.values else None
    for item in (node,) if isinstance(node, Scalar) and node.value else read.items("pages"):
        found.add(item)
    whole = not found.lost and "pages" not in read.lost and (node is None or bool(found.pages))
    return found.pages, whole


def _pdf_page(item: Fields) -> int | None:
    written = item.word("pdf_page")
    if written and not _NUMBER.fullmatch(written):
        item.report(
            item.place_of("pdf_page"), "wrong-type", f'"{written}" is not a whole number', "write a whole number"
        )
    return int(written) if _NUMBER.fullmatch(written) else None


def _labels(read: Fields, value: Scalar, locator: str) -> list[str]:
    """Return the label that a value is, or the labels of its range; none if it is neither."""
    written = bare(value.value, locator)
    dashes = list(DASH.finditer(written))
    if not dashes:
        return [written] if _is_label(read, written, value.place) else []
    ends = [tuple(bare(end, locator) for end in (written[: one.start()], written[one.end() :])) for one in dashes]
    known = [(first, last, labels) for first, last in ends if (labels := _ranged(first, last)) is not None]
    if not known:
        hint = "write a range of what can be counted, like 1-350, i-xv, 3:1-3:36 or 327a-327e, or every label"
        read.report(value.place, "bad-page", f'"{written}" is not a range that can be counted', hint)
        return []
    first, last, labels = known[0]
    if not labels:
        report_backwards(read, value.place, first, last)
    elif len(labels) > MOST:
        message = f'the range "{written}" has more than {MOST} labels'
        read.report(value.place, "bad-page", message, "write it in parts, or correct its ends")
        return []
    return labels


def _ranged(first: str, last: str) -> list[str] | None:
    """Return the labels of a range; None if they cannot be counted, or could not be labels."""
    return None if unfit(first) or unfit(last) or not first or not last else ranged(first, last)


def _is_label(read: Fields, label: str, place: Place) -> bool:
    """Return whether a label can be part of an address and a tag, and report it if not."""
    found = unfit(label)
    if not found:
        return True
    read.report(place, "bad-page", f'the label "{label}" has {found}', "write letters, digits and single signs")
    return False
