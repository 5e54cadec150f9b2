"""A source file: `source/<id>.yaml`."""

from collections.abc import Iterator
from pathlib import Path

from flashgen.errors import suggested
from flashgen.load.citable import Labels
from flashgen.load.citation import SHAPE as CITATION
from flashgen.load.citation import citation
from flashgen.load.cited import span
from flashgen.load.fields import Fields, fields
from flashgen.load.files import read
from flashgen.load.key import Key, mapping, names
from flashgen.load.link import LINK, address, link
from flashgen.load.nodes import Node
from flashgen.load.pagelist import PAGES, page_list
from flashgen.load.pdfpages import OFFSET, with_pdf_pages
from flashgen.load.shapes import LABELS, TEXT, WORD, several
from flashgen.model.locator import LOCATORS, PAGE
from flashgen.model.problem import Problem
from flashgen.model.source import PRINTED, LinkTemplate, Section, Source
from flashgen.model.text import Text

_LINKS = (
    Key("screen", "The link on cards.", LINK, "https://example.org/darwin.pdf#page={pdf_page}"),
    Key("print", "The link on printed sheets.", LINK, "https://example.org/t/{id}"),
)
_SECTION = (
    Key("section", "Its numeral, which chapter files use in `chapter`.", WORD, "4", needed=True),
    Key("title", "Its title.", TEXT, "Natural selection", needed=True),
    Key("pages", "Its pages, as a range or a list.", LABELS, "80-130", needed=True),
    Key("thesis", "What it argues, in your own words.", TEXT),
)
KEYS = (
    Key("label", "A short name, shown on cards.", WORD, "Darwin 1859", needed=True),
    Key(
        "citation",
        "What a bibliography says, with the names of CSL-JSON; or the name of a .json or .bib file in `source/`.",
        CITATION,
        needed=True,
    ),
    Key(
        "locator",
        "What its pages are [default: page]; names as in CSL.",
        {"enum": [*LOCATORS]},
        "section",
    ),
    Key(
        "pdf_offset",
        "The number to add to a page's number to find its place in the PDF, counted from 1; or one for each range.",
        OFFSET,
        12,
    ),
    Key(
        "links",
        "Links to a page (https, http or zotero), with `{page}`, `{pdf_page}` and `{id}` for their values.",
        mapping(_LINKS),
    ),
    Key("sections", "The parts into which its author divided it.", several(_SECTION)),
    Key("pages", "Every page, in order: a range, or a list of ranges and of pages with their gists.", PAGES, "1-350"),
)


def read_source(path: Path, name: str, root: Path, problems: list[Problem]) -> Source | None:
    """Return the source in a file; None if it is not a mapping. UnreadableError if the disk fails."""
    node = read(path, root, problems)
    return source(node, name, root, problems) if node else None


def source(node: Node, id: str, root: Path, problems: list[Problem]) -> Source | None:
    """Return the source that a node describes, blank where a key is missing; None if it is not a mapping."""
    read = fields(node, names(KEYS), problems)
    if read is None:
        return None
    locator, cited = _locator(read), citation(read, root)
    listed, whole = page_list(read, locator)
    label, places = read.word("label", example="a short name"), {page: place for place, page in enumerate(listed)}
    known = Labels(places, locator, f"{label} has no {locator} {{}}", whole)
    screen, print = _links(read)
    return Source(
        id=id,
        label=label,
        citation=cited,
        locator=locator,
        sections=tuple(_sections(read, known)),
        pages=with_pdf_pages(read, tuple(listed.values()), known),
        places=places,
        screen=screen or (None if places else address(cited.url)),
        print=print,
        whole=whole,
    )


def _links(read: Fields) -> tuple[LinkTemplate | None, LinkTemplate | None]:
    """Return the links for cards and for paper."""
    links = read.inner("links", names(_LINKS)) or Fields({}, read.place, [])
    return link(links, "screen"), link(links, "print", PRINTED)


def _locator(read: Fields) -> str:
    written = read.word("locator")
    if not written or written in LOCATORS:
        return written or PAGE
    hint = suggested(written, tuple(LOCATORS))
    read.report(read.place_of("locator"), "unknown-locator", f'"{written}" is not a locator', hint)
    return PAGE


def _sections(read: Fields, known: Labels) -> Iterator[Section]:
    defined: dict[str, int] = {}
    for item in read.each("sections", names(_SECTION)):
        numeral, title = item.word("section", example="its numeral"), item.text("title", example="its title")
        place = item.place_of("section")
        if numeral and numeral in defined:
            message = f"section {numeral} is defined twice (first on line {defined[numeral]})"
            item.report(place, "same-section", message, "give this section another numeral")
        defined.setdefault(numeral, place.line)
        item.missing("pages", "its first and last page")
        pages = [span(item, value.value, value.place, known) for value in item.each_word("pages")]
        found = tuple([one for one in pages if one])
        yield Section(numeral, title or Text((), item.place), found, item.text("thesis"))
