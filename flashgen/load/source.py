"""A source file: `source/<id>.yaml`."""

import re
from collections.abc import Iterator
from pathlib import Path

from flashgen.load.citation import KEYS as CITATION
from flashgen.load.citation import citation
from flashgen.load.fields import Fields, fields
from flashgen.load.files import read
from flashgen.load.key import Key, mapping, names
from flashgen.load.link import LINK, link
from flashgen.load.nodes import Node
from flashgen.load.shapes import ONE_PAGE, SPAN_OF_PAGES, TEXT, WORD, several, word
from flashgen.model.problem import Problem
from flashgen.model.source import NOWHERE, PRINTED, Citation, Page, Section, Source, Span
from flashgen.model.text import Text

_OFFSET = re.compile("[-+]?[0-9]{1,6}")
_LINKS = (
    Key("screen", "The link on cards.", LINK, "https://example.org/tucker.pdf#page={pdf_page}"),
    Key("print", "The link on printed sheets.", LINK, "https://example.org/t/{id}"),
)
_SECTION = (
    Key("section", "Its numeral, which chapter files use in `chapter`.", WORD, "VI", needed=True),
    Key("title", "Its title.", TEXT, "The tsarist pattern", needed=True),
    Key("pages", "Its first and last page.", SPAN_OF_PAGES, "94-101", needed=True),
    Key("thesis", "What it argues, in your own words.", TEXT),
)
_PAGE = (
    Key("page", "Its number as printed. List all pages in order.", ONE_PAGE, 98, needed=True),
    Key("footnotes", "The footnotes at its foot.", SPAN_OF_PAGES, "48-49"),
    Key("gist", "What the page says, in one sentence of your own.", TEXT, needed=True),
)
KEYS = (
    Key("label", "A short name, shown on cards.", WORD, "Tucker 1999", needed=True),
    Key("citation", "What a bibliography says; names as in CSL-JSON.", mapping(CITATION), needed=True),
    Key(
        "pdf_offset",
        "The number to add to a page's number to find its place in the PDF, counted from 1.",
        {**word(_OFFSET, "write it like -76", "integer"), "minimum": -999_999, "maximum": 999_999},
        -76,
    ),
    Key(
        "links",
        "Links to a page (https, http or zotero), with `{page}`, `{pdf_page}` and `{id}` for their values.",
        mapping(_LINKS),
    ),
    Key("sections", "The parts into which its author divided it.", several(_SECTION)),
    Key("pages", "Every page, in order.", several(_PAGE), needed=True),
)


def read_source(path: Path, name: str, root: Path, problems: list[Problem]) -> Source | None:
    """Return the source in a file; None if it is not a mapping. UnreadableError if the disk fails."""
    node = read(path, root, problems)
    return source(node, name, problems) if node else None


def source(node: Node, id: str, problems: list[Problem]) -> Source | None:
    """Return the source that a node describes, blank where a key is missing; None if it is not a mapping."""
    read = fields(node, names(KEYS), problems)
    if read is None:
        return None
    links, pages = read.inner("links", names(_LINKS)), _pages(read)
    return Source(
        id=id,
        label=read.word("label", example="Tucker 1999"),
        citation=citation(read),
        sections=tuple(_sections(read, pages)),
        pages=pages,
        pdf_offset=_offset(read),
        screen=link(links, "screen") if links else None,
        print=link(links, "print", PRINTED) if links else None,
    )


def _pages(read: Fields) -> dict[int, Page]:
    """Return the pages by number. Each must follow the one before, so that none is forgotten."""
    read.missing("pages", "a list of pages")
    pages: dict[int, Page] = {}
    unread = True
    for node in read.items("pages"):
        item = fields(node, names(_PAGE), read.problems)
        span = item.span("page", example="98") if item else None
        if item and span:
            expected = span.first if unread else max(pages) + 1
            if span.first != span.last or span.first != expected:
                message = f"this is page {span}, and page {expected} is next"
                item.report(item.place_of("page"), "page-order", message, "list every page once, in order")
            pages[span.first] = _page(item, span)
        unread = span is None
    return pages


def _page(item: Fields, span: Span) -> Page:
    gist = item.text("gist", example="what the page says, in one sentence")
    return Page(span.first, gist or Text((), item.place), item.span("footnotes"))


def _sections(read: Fields, pages: dict[int, Page]) -> Iterator[Section]:
    defined: dict[str, int] = {}
    for item in read.each("sections", names(_SECTION)):
        numeral, title = item.word("section", example="VI"), item.text("title", example="its title")
        place = item.place_of("section")
        if numeral and numeral in defined:
            message = f"section {numeral} is defined twice (first on line {defined[numeral]})"
            item.report(place, "same-section", message, "give this section another numeral")
        defined.setdefault(numeral, place.line)
        span = item.span("pages", example="94-101")
        if span and pages and not {span.first, span.last} <= pages.keys():
            message, hint = f"the source has no page {span}", f"write pages from {min(pages)} to {max(pages)}"
            item.report(item.place_of("pages"), "page-out-of-range", message, hint)
        yield Section(numeral, title or Text((), item.place), span or NOWHERE, item.text("thesis"))


NO_SOURCE = Source("", "", Citation("", (), "", (), "", "", "", "", ""), (), {}, 0, None, None)
"""The source of a deck that names none, or names one that cannot be read."""


def _offset(read: Fields) -> int:
    written = read.word("pdf_offset")
    if not written or _OFFSET.fullmatch(written):
        return int(written or 0)
    read.report(read.place_of("pdf_offset"), "wrong-type", f'"{written}" is not a whole number', "write it like -76")
    return 0
