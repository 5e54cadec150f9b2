"""A genanki deck that writes its notes and cards in two statements instead of one per row."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from sqlite3 import Cursor
from typing import Any

import genanki

_Row = tuple[Any, ...]


class StampedNote(genanki.Note):  # type: ignore[misc]  # genanki has no types
    """A note with the time of its last change, and `kept`: data for flashgen that Anki ignores."""

    time: int
    kept: str


class PlacedCard(genanki.Card):  # type: ignore[misc]
    """A card with its position among new cards."""

    due: int


class Subdeck(genanki.Deck):  # type: ignore[misc]
    """A deck that creates its notes while it writes them; each note holds its cards."""

    def __init__(
        self, id: int, name: str, models: Sequence[genanki.Model], notes: Iterable[StampedNote], length: int
    ) -> None:
        super().__init__(id, name)
        self.waiting, self.length = notes, length
        for model in models:
            self.add_model(model)

    def write_to_db(self, cursor: Cursor, timestamp: float, id_gen: "count[int]") -> None:
        """Write the deck, its note types and notes; `id_gen` yields ids (times in milliseconds)."""
        super().write_to_db(cursor, timestamp, id_gen)
        cards: list[_Row] = []
        ids = [next(id_gen) for _ in range(self.length)]
        cursor.executemany(f"INSERT INTO notes VALUES({_marks(11)})", self._rows(ids, cards))
        stamped = ((next(id_gen), *card) for card in cards)
        cursor.executemany(f"INSERT INTO cards VALUES({_marks(18)})", stamped)

    def _rows(self, ids: Sequence[int], cards: list[_Row]) -> Iterator[_Row]:
        """Yield the row of each note, and append its cards' rows (without ids) to `cards`."""
        for id, note in zip(ids, self.waiting, strict=True):
            fields, tags, time = "\x1f".join(note.fields), f" {' '.join(note.tags)} ", note.time
            yield id, note.guid, note.model.model_id, time, -1, tags, fields, note.sort_field, 0, 0, note.kept
            cards += [(id, self.deck_id, card.ord, time, -1, 0, 0, card.due, *[0] * 8, "") for card in note.cards]


def _marks(columns: int) -> str:
    return ",".join("?" * columns)
