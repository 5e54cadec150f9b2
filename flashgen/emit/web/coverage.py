"""How the cards of a deck cover a source: its pages, the longest stretches without a card, its footnotes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from flashgen.emit.web.pages import Key, ShownPage
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.source import RANGE, Source
from flashgen.render.cite import counted, html

SHADES = 5
"""How many shades a page with cards may have."""

_MOST_STRETCHES = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """A page: how many cards cite it, and its shade, from 1 on; `is_bare` tells that it should have one."""

    page: ShownPage
    cards: int
    shade: int
    is_bare: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """The cells of all pages, the longest runs of pages without a card, and the footnotes that no card cites."""

    cells: tuple[Cell, ...]
    stretches: tuple[str, ...]
    footnotes: tuple[str, ...]


def coverage(deck: Deck, source: Source, pages: Sequence[ShownPage], notes: Mapping[Key, Sequence[Note]]) -> Coverage:
    """Return how the notes by page cover the pages of a source; a page may say that there is nothing in it to learn."""
    counts = [sum(len(note.ordinals) for note in notes.get(page.key, ())) for page in pages]
    most = max((1, *counts))
    cells = [
        Cell(page, count, -(-count * SHADES // most), not count and page.page.nothing is None)
        for page, count in zip(pages, counts, strict=True)
    ]
    return Coverage(tuple(cells), tuple(_stretches(deck, source, cells)), tuple(_uncited(source, pages, notes)))


def _stretches(deck: Deck, source: Source, cells: Sequence[Cell]) -> Iterator[str]:
    """Yield the longest runs of pages without a card, longest first."""
    runs = [[cell.page for cell in run] for is_bare, run in groupby(cells, key=lambda cell: cell.is_bare) if is_bare]
    for run in sorted(runs, key=len, reverse=True)[:_MOST_STRETCHES]:
        labels = RANGE.join(dict.fromkeys((run[0].page.label, run[-1].page.label)))
        yield html(counted(source.locator, labels, deck.words, len(run) > 1), deck.words)


def _uncited(source: Source, pages: Sequence[ShownPage], notes: Mapping[Key, Sequence[Note]]) -> Iterator[str]:
    """Yield the footnotes that no note cites."""
    for page in pages:
        cited = {label for note in notes.get(page.key, ()) for label in _footnotes(note, source)}
        yield from [label for label in page.page.footnotes if label not in cited]


def _footnotes(note: Note, source: Source) -> Iterator[str]:
    """Yield the label of each footnote that a note cites, also those within a range."""
    labels = source.footnotes(note.cite.pages)
    for cited in note.cite.footnotes:
        first, _, last = cited.partition(RANGE)
        start = labels.index(first) if first in labels else len(labels)
        yield from labels[start : labels.index(last) + 1 if last in labels else start + 1]
