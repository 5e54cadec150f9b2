"""The page that draws the concepts of a deck: pairs and terms, and how they are connected."""

from collections.abc import Iterable
from dataclasses import dataclass

from flashgen.emit.web.concepts import Concepts, concepts, connected
from flashgen.emit.web.drawing import Drawing, drawing
from flashgen.emit.web.frame import framed
from flashgen.model.deck import Deck
from flashgen.render.text import unmarked
from flashgen.render.typography import Compositor


@dataclass(frozen=True, slots=True)
class _Part:
    """The drawings of a chapter, or of the whole deck: what is connected is one drawing."""

    title: str
    drawings: tuple[Drawing, ...]


def map_page(deck: Deck) -> bytes:
    """Return the page: what is connected across chapters, and then each chapter."""
    taught = [note for note in deck.notes if note.withdrawn is None]
    across = [
        part for part in connected(concepts(taught, deck)) if len({node.note.chapter.stem for node in part.nodes}) > 1
    ]
    parts = [_part(deck.words.site_map_all, across)]
    for chapter in deck.chapters:
        own = concepts([note for note in taught if note.chapter.stem == chapter.stem], deck)
        parts.append(_part(f"{chapter.lead}{unmarked(Compositor(deck.words).text(chapter.title))}", connected(own)))
    return framed(deck, "map.html", parts=[part for part in parts if part.drawings])


def _part(title: str, graphs: Iterable[Concepts]) -> _Part:
    return _Part(title, tuple([drawing(graph) for graph in graphs]))
