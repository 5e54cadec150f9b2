"""A document that the engine sets: a template, and all that it reads, as values."""

from collections.abc import Mapping
from dataclasses import dataclass

from flashgen.emit.paper.values import Value
from flashgen.model.deck import Deck
from flashgen.model.layout import Layout


@dataclass(frozen=True, slots=True)
class Document:
    """What the engine sets: the path of a template in this folder, its values, and how PDF names the sides to print."""

    template: str
    values: Mapping[str, object]
    duplex: str


def head(deck: Deck, layout: Layout, title: str = "") -> Value:
    """Return what every document tells of itself."""
    return {
        "title": f"{deck.name}{title}",
        "authors": list(deck.source.citation.authors),
        "language": deck.language.split("-")[0].lower() or "en",
        "page": layout.page,
    }
