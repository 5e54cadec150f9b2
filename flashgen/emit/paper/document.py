"""A document for the engine: a template and the values it reads."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flashgen.emit.paper.typography import typography
from flashgen.emit.paper.values import Value, clipped
from flashgen.model.deck import Deck
from flashgen.model.language import direction
from flashgen.model.layout import Layout
from flashgen.model.words import Words, spaced
from flashgen.render.citation import cited_sources
from flashgen.render.runs import line


@dataclass(frozen=True, slots=True)
class Document:
    """The path of a template in this folder, its values, and the PDF name of the sides to print.

    One with page `numbers` goes on counting where the document before it ends: its template reads `before`.
    """

    template: str
    values: Mapping[str, object]
    duplex: str
    numbers: bool = False

    def behind(self, pages: int) -> "Document":
        """Return the document as it follows so many pages."""
        return replace(self, values={**self.values, "before": pages})


def head(deck: Deck, layout: Layout, title: str = "") -> Value:
    """Return the values that every document has: title, who made it and what it is about, language and page size.

    `turned` tells whether any words on the page run to the left.
    """
    return {
        "title": clipped(f"{deck.name}{spaced(deck.words.colon)}{title}" if title else deck.name),
        "authors": deck.authors,
        "subject": clipped("".join(run.words for run in line(cited_sources(deck.sources, deck.words), ""))),
        "language": typography(deck.language),
        "turned": any(direction(tag) == "rtl" for tag in {deck.language, *(note.language for note in deck.notes)}),
        "page": layout.page,
        "words": _phrases(deck.words),
    }


def _phrases(words: Words) -> Value:
    return {
        "colon": spaced(words.colon),
        "hint": words.hint + spaced(words.colon),
        "code": words.sheet_code + spaced(words.colon),
        "ask": words.sheet_ask,
        "cover": words.sheet_cover,
        "core": words.sheet_core,
    }
