"""The pages of a deck's sources as its site shows them, and the notes that cite each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.source import Page, Source
from flashgen.render.cite import counted, html
from flashgen.render.text import unescaped

Key: TypeAlias = tuple[str, int]
"""The id of a source and the place of a page in it."""


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page: the anchor that cards link to, and its name in plain words, such as p. 98."""

    key: Key
    anchor: str
    name: str
    source: Source
    page: Page


def listed(deck: Deck) -> tuple[ShownPage, ...]:
    """Return all pages of a deck's sources in order."""
    return tuple([page for source in deck.sources for page in _pages(deck, source)])


def _pages(deck: Deck, source: Source) -> Iterator[ShownPage]:
    for place, page in enumerate(source.pages):
        name = unescaped(html(counted(source.locator, page.label, deck.words), deck.words))
        yield ShownPage((source.id, place), f"p{deck.anchor(source, page)}", name, source, page)


def citing(note: Note) -> list[Key]:
    """Return the pages that a note cites, in its order."""
    return [(note.cite.source.id, place) for place in note.cite.source.numbers(note.cite.pages)]


def notes_by_page(deck: Deck) -> Mapping[Key, tuple[Note, ...]]:
    """Return the notes that still teach something, by each page that they cite."""
    found: dict[Key, list[Note]] = {}
    for note in deck.notes:
        if note.withdrawn is None:
            for key in citing(note):
                found.setdefault(key, []).append(note)
    return {key: tuple(notes) for key, notes in found.items()}
