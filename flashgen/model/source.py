"""A text that a deck is about: its citation, its pages, and how to link to them."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from flashgen.model.citation import Citation
from flashgen.model.label import tail
from flashgen.model.locator import PAGE
from flashgen.model.text import Text

_UNFIT = re.compile(r"[\s\"]+|:(?=:)|^:|:$")

SCHEMES = ("https", "http", "zotero")
"""The only kinds of link that reach a card: Anki and browsers open them without running anything."""

PRINTED = ("https",)
"""The kind that may stand on paper, where anyone's telephone follows it."""

RANGE = "–"
"""What stands between the first and the last label of a range; no label contains it."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The places of pages in the source's list from first to last, both included, counted from 0."""

    first: int
    last: int


Pages = tuple[Span, ...]
"""Pages as their author cites them; none where nothing is cited, or nothing that can be read."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the source, as its author divided it; what its file lacks is blank."""

    numeral: str
    title: Text
    pages: Pages
    thesis: Text | None


@dataclass(frozen=True, slots=True)
class Page:
    """A page, or whatever the source counts: its label, what it says in one sentence of ours, its footnotes' labels.

    `footnote_ranges` are these as its author wrote them. `pdf_page` is its place in the PDF, counted from 1, if that is
    known. `nothing` is why no card is about it.
    """

    label: str
    gist: Text | None = None
    footnotes: tuple[str, ...] = ()
    footnote_ranges: str = ""
    pdf_page: int | None = None
    nothing: Text | None = None

    @property
    def anchor(self) -> str:
        """The label as a part of an address."""
        return self.label.replace(" ", "_")


@dataclass(frozen=True, slots=True)
class LinkTemplate:
    """A link to a page; pieces alternate between text and the names of fields: text, field, text, …, text."""

    pieces: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of its fields."""
        return self.pieces[1::2]

    def filled(self, values: Mapping[str, str]) -> str:
        """Return the link with the values of its fields."""
        return "".join(values[piece] if place % 2 else piece for place, piece in enumerate(self.pieces))


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A text that decks cite. Its pages are in its own order, and nothing counts with their labels.

    `locator` is what they are, `places` is where each is, by its label. A source that could not be read as a `whole`
    may have more pages.
    """

    id: str
    label: str
    citation: Citation
    locator: str = PAGE
    sections: tuple[Section, ...] = ()
    pages: tuple[Page, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict)
    screen: LinkTemplate | None = None
    print: LinkTemplate | None = None
    whole: bool = True

    @property
    def branch(self) -> str:
        """Its name as a part of a tag."""
        return _UNFIT.sub("_", self.id)

    def numbers(self, pages: Pages) -> list[int]:
        """Return the places of pages, each once, in the order in which they are cited."""
        if len(pages) == 1:
            return [*range(pages[0].first, pages[0].last + 1)]
        return list(dict.fromkeys(number for span in pages for number in range(span.first, span.last + 1)))

    def labels(self, pages: Pages) -> list[str]:
        """Return the labels of pages, each once, in the order in which they are cited."""
        return [self.pages[number].label for number in self.numbers(pages)]

    def ranges(self, pages: Pages) -> str:
        """Return pages in the order in which they are cited, as ranges: 96–97, 99."""
        return ", ".join(self._span(span.first, span.last) for span in pages)

    def ranges_of(self, labels: Collection[str]) -> str:
        """Return pages by their labels in the source's order, neighbours as a range: 77–80, 82."""
        runs = groupby(range(len(self.pages)), key=lambda number: self.pages[number].label in labels)
        spans = [[*run] for chosen, run in runs if chosen]
        return ", ".join(self._span(run[0], run[-1]) for run in spans)

    def footnotes(self, pages: Pages) -> list[str]:
        """Return the labels of the footnotes that stand on pages, in order."""
        return [note for number in self.numbers(pages) for note in self.pages[number].footnotes]

    @property
    def lists_footnotes(self) -> bool:
        """Whether it tells of any page which footnotes stand on it."""
        return any(page.footnotes for page in self.pages)

    def _span(self, first: int, last: int) -> str:
        one, other = self.pages[first].label, self.pages[last].label
        short = tail(one, other)
        return one if first == last else f"{one}{RANGE}{other if self.places.get(short, -1) > first else short}"


NO_SOURCE = Source("", "", Citation(""), whole=False)
"""The source of a deck or an entry that names none, or names one that cannot be read."""
