"""Write notes and cards with genanki's tables in two statements instead of one per row."""

from collections.abc import Iterable, Iterator
from sqlite3 import Cursor
from typing import Any

import genanki

_Row = tuple[Any, ...]


class StampedNote(genanki.Note):  # type: ignore[misc]  # genanki has no types
    """A note with its id, its deck's, the time of its last change, and `kept`: data for flashgen that Anki ignores."""

    id: int
    deck: int
    time: int
    kept: str


class PlacedCard(genanki.Card):  # type: ignore[misc]
    """A card with its id and its position among new cards."""

    id: int
    due: int


def write_rows(cursor: Cursor, notes: Iterable[StampedNote]) -> None:
    """Write notes, which are created meanwhile and hold their cards; ids that grow make the fewest pages."""
    cards: list[_Row] = []
    cursor.executemany(f"INSERT INTO notes VALUES({_marks(11)})", _rows(notes, cards))
    cursor.executemany(f"INSERT INTO cards VALUES({_marks(18)})", cards)


def _rows(notes: Iterable[StampedNote], cards: list[_Row]) -> Iterator[_Row]:
    """Yield the row of each note, and append its cards' rows to `cards`."""
    for note in notes:
        id, time, rest = note.id, note.time, [0] * 8
        fields, tags = "\x1f".join(note.fields), f" {' '.join(note.tags)} "
        yield id, note.guid, note.model.model_id, time, -1, tags, fields, note.sort_field, 0, 0, note.kept
        cards += [(card.id, id, note.deck, card.ord, time, -1, 0, 0, card.due, *rest, "") for card in note.cards]


def _marks(columns: int) -> str:
    return ",".join("?" * columns)
