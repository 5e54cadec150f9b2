"""The book that a deck is about: its citation, its pages, and how to link to them."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby

from flashgen.model.text import Text

SCHEMES = ("https", "http", "zotero")
"""The only kinds of link that reach a card: Anki and browsers open them without running anything."""

PRINTED = ("https",)
"""The kind that may stand on paper, where anyone's telephone follows it."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Pages or footnotes from first to last, both included; one alone has first == last."""

    first: int
    last: int

    def __bool__(self) -> bool:
        return self.first <= self.last

    def __contains__(self, other: "Span") -> bool:
        return self.first <= other.first and other.last <= self.last

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


NOWHERE = Span(0, -1)
"""The pages of what names none, or none that can be read: an empty span, which is false."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the source, as its author divided it; what its file lacks is blank."""

    numeral: str
    title: Text
    pages: Span
    thesis: Text | None


@dataclass(frozen=True, slots=True)
class Page:
    """A printed page: what it says in one sentence of ours, and the footnotes at its foot."""

    number: int
    gist: Text
    footnotes: Span | None


@dataclass(frozen=True, slots=True)
class Citation:
    """What a bibliography says of the source; names and meaning as in CSL-JSON."""

    title: str
    authors: tuple[str, ...]
    container: str
    editors: tuple[str, ...]
    publisher: str
    place: str
    issued: str
    original: str
    pages: str


@dataclass(frozen=True, slots=True)
class LinkTemplate:
    """A link to a page; pieces alternate between text and the names of fields: text, field, text, …, text."""

    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A book or essay that decks cite.

    `pdf_offset` is added to a page's number to find its place in the PDF, counted from 1.
    """

    id: str
    label: str
    citation: Citation
    sections: tuple[Section, ...]
    pages: dict[int, Page]
    pdf_offset: int
    screen: LinkTemplate | None
    print: LinkTemplate | None

    @property
    def span(self) -> Span:
        """The first and the last page; NOWHERE for a source without pages."""
        return Span(min(self.pages), max(self.pages)) if self.pages else NOWHERE

    def between(self, first: int, last: int) -> tuple[int, ...]:
        """Return its pages from a first to a last one, both included."""
        return tuple([page for page in self.pages if first <= page <= last])

    def listed(self, pages: Collection[int]) -> str:
        """Return some pages in the source's order, neighbours as a range: 77–80, 82."""
        runs = groupby(self.pages, key=lambda page: page in pages)
        spans = [[*run] for chosen, run in runs if chosen]
        return ", ".join(str(Span(run[0], run[-1])) for run in spans)

    def footnotes(self, pages: Span) -> frozenset[int]:
        """Return the numbers of the footnotes that stand on those pages."""
        found = (self.pages[page].footnotes for page in range(pages.first, pages.last + 1) if page in self.pages)
        return frozenset(number for span in found if span for number in range(span.first, span.last + 1))
