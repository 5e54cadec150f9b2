"""A source file: `source/<id>.yaml`."""

import re
from pathlib import Path

from flashgen.errors import NoSuchSourceError
from flashgen.load.citation import KEYS as CITATION
from flashgen.load.citation import citation
from flashgen.load.fields import Fields, fields
from flashgen.load.files import read, source_file, source_names
from flashgen.load.key import Key, mapping, names
from flashgen.load.link import LINK, link
from flashgen.load.nodes import Node
from flashgen.load.shapes import ONE_PAGE, SPAN_OF_PAGES, TEXT, WORD, several, word
from flashgen.model.problem import Problem
from flashgen.model.source import PRINTED, Page, Section, Source

_OFFSET = re.compile("[-+]?[0-9]{1,6}")
_LINKS = (
    Key("screen", "The link on cards.", LINK, "https://example.org/tucker.pdf#page={pdf_page}"),
    Key("print", "The link on printed sheets.", LINK, "https://example.org/t/{id}"),
)
_SECTION = (
    Key("section", "Its numeral, by which chapter files name it.", WORD, "VI", needed=True),
    Key("title", "Its title.", TEXT, "The tsarist pattern", needed=True),
    Key("pages", "Its first and its last page.", SPAN_OF_PAGES, "94-101", needed=True),
    Key("thesis", "What it argues, in your own words.", TEXT),
)
_PAGE = (
    Key("page", "Its number as printed; pages stand in their order, none is left out.", ONE_PAGE, 98, needed=True),
    Key("footnotes", "The footnotes at its foot.", SPAN_OF_PAGES, "48-49"),
    Key("gist", "What the page says, in one sentence of your own.", TEXT, needed=True),
)
KEYS = (
    Key("label", "A short name, shown on cards.", WORD, "Tucker 1999", needed=True),
    Key("citation", "What a bibliography says of it; names as in CSL-JSON.", mapping(CITATION), needed=True),
    Key(
        "pdf_offset",
        "What the place of a page in the PDF, counted from 1, has more than its number.",
        {**word(_OFFSET, "write it like -76", "integer"), "minimum": -999_999, "maximum": 999_999},
        -76,
    ),
    Key(
        "links",
        "Links to a page, in which `{page}`, `{pdf_page}` and `{id}` are filled in; https, http or zotero.",
        mapping(_LINKS),
    ),
    Key("sections", "How its author divided it.", several(_SECTION)),
    Key("pages", "Every page, in order.", several(_PAGE), needed=True),
)


def named_source(name: str, root: Path, problems: list[Problem]) -> Source | None:
    """Return the source of a name; None where its file cannot be understood. NoSuchSourceError where there is none."""
    path = source_file(root, name)
    if path is None:
        raise NoSuchSourceError(name, source_names(root))
    node = read(path, root, problems)
    return source(node, name, problems) if node else None


def source(node: Node, id: str, problems: list[Problem]) -> Source | None:
    """Return the source that a file describes; None where too much of it is missing to go on."""
    read = fields(node, names(KEYS), problems)
    if read is None or any([read.missing("label", "Tucker 1999"), read.missing("pages", "a list of pages")]):
        return None
    cited, pages = citation(read), _pages(read)
    if cited is None or not pages:
        return None
    links = read.inner("links", names(_LINKS))
    return Source(
        id=id,
        label=read.word("label"),
        citation=cited,
        sections=_sections(read, pages),
        pages=pages,
        pdf_offset=_offset(read),
        screen=link(links, "screen") if links else None,
        print=link(links, "print", PRINTED) if links else None,
    )


def _pages(read: Fields) -> dict[int, Page]:
    """Return the pages by number; each follows the one before, so that none is forgotten."""
    pages: dict[int, Page] = {}
    for item in read.each("pages", names(_PAGE)):
        if item.missing("page", "98") or item.missing("gist", "what the page says, in one sentence"):
            continue
        span, gist = item.span("page"), item.text("gist")
        if span is None or gist is None:
            continue
        expected = max(pages) + 1 if pages else span.first
        if span.first != span.last or span.first != expected:
            said = f"page {span} where page {expected} is expected"
            item.report(item.place_of("page"), "page-order", said, "list every page once, in order")
        pages[span.first] = Page(span.first, gist, item.span("footnotes"))
    return pages


def _sections(read: Fields, pages: dict[int, Page]) -> tuple[Section, ...]:
    sections: list[Section] = []
    for item in read.each("sections", names(_SECTION)):
        lacking = [item.missing("section", "VI"), item.missing("title", "its title"), item.missing("pages", "94-101")]
        if any(lacking):
            continue
        title, span, numeral = item.text("title"), item.span("pages"), item.word("section")
        if any(section.numeral == numeral for section in sections):
            said, hint = f"the section {numeral} stands here again", "give it a numeral of its own"
            item.report(item.place_of("section"), "same-section", said, hint)
        if title is None or span is None:
            continue
        if span.first not in pages or span.last not in pages:
            said = f"the source has no page {span}"
            item.report(
                item.place_of("pages"), "page-out-of-range", said, f"pages run from {min(pages)} to {max(pages)}"
            )
        sections.append(Section(numeral, title, span, item.text("thesis")))
    return tuple(sections)


def _offset(read: Fields) -> int:
    written = read.word("pdf_offset")
    if not written or _OFFSET.fullmatch(written):
        return int(written or 0)
    read.report(read.place_of("pdf_offset"), "wrong-type", f'"{written}" is not a whole number', "write it like -76")
    return 0
