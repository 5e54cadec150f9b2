"""Rebuild a lost `deck.lock` from an earlier package."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from flashgen.errors import NotOursError
from flashgen.history.hidden import told_by
from flashgen.history.identity import number
from flashgen.history.lockfile import TEMPLATE, looks
from flashgen.kinds import KINDS
from flashgen.model.lock import LATEST, Lock, ReleasedNote, ReleasedType
from flashgen.model.note import NoteType
from flashgen.model.place import Place

_ODD = (ValueError, TypeError, AttributeError, RuntimeError)
"""What unexpected values and encrypted or otherwise unreadable archives raise."""

WHOLE = "flashgenWhole"
"""Configuration key: true if the package holds everything that the deck has released."""

RELEASES = "flashgenReleases"
"""Configuration key: the releases in the lock that the package was built with, each with its time."""

_FIELD = ("name", "description")
"""The parts of a field in Anki's JSON that make a note type's looks."""

_FEW = "SELECT models, decks, conf FROM col"
_NOTES = "SELECT n.id, n.mid, n.guid, n.mod, n.tags, n.flds, n.data FROM notes n ORDER BY n.id"
_CARDS = "SELECT nid, ord, did, due FROM cards ORDER BY nid, ord"


def adopted(content: bytes, path: str, deck: str, uid: str, place: Place, whole: bool) -> Lock:
    """Return the lock of the deck with this uid, read from a package; `place` is where the lock's file belongs.

    Raise NotOursError if the package was not built from this deck, or has a part of it where `whole` is required.
    """
    with _opened(content, path, deck, uid) as package:
        return package.lock(place, whole)


def releases(content: bytes, path: str, deck: str, uid: str) -> Mapping[str, int]:
    """Return the releases recorded in a package, each with its time; raise NotOursError as `adopted` does."""
    with _opened(content, path, deck, uid) as package:
        return package.releases


@contextmanager
def _opened(content: bytes, path: str, deck: str, uid: str) -> Iterator["_Package"]:
    connection = sqlite3.connect(":memory:")
    try:
        with ZipFile(BytesIO(content)) as archive:
            connection.deserialize(archive.read("collection.anki2"))
        yield _Package(connection, path, deck, uid)
    except (BadZipFile, zlib.error, LookupError, sqlite3.Error, *_ODD) as error:
        raise NotOursError(path, deck, "it cannot be read as one; it is damaged, or not an Anki package") from error
    finally:
        connection.close()


class _Package:
    """An opened package; only notes of the deck's own note types are read."""

    def __init__(self, connection: sqlite3.Connection, path: str, deck: str, uid: str) -> None:
        self.connection, self.path, self.deck, self.uid = connection, path, deck, uid
        models, decks, self.conf = map(json.loads, connection.execute(_FEW).fetchone())
        kinds = {number(uid, "note type", kind.type.name): kind.type for kind in KINDS}
        self.models = {int(id): model for id, model in models.items()}
        self.kinds = {id: kinds[id] for id in self.models if id in kinds}
        if not self.kinds:
            raise NotOursError(path, deck, "it has none of its note types")
        recorded = self.conf.get(RELEASES, {})
        self.releases = {str(name): _seconds(int(time)) for name, time in recorded.items()}
        self.decks = {int(id): str(deck["name"]) for id, deck in decks.items()}

    def lock(self, place: Place, whole: bool) -> Lock:
        """Return the lock of everything in the package that belongs to the deck."""
        if whole and not self.conf.get(WHOLE):
            raise NotOursError(self.path, self.deck, "it is a part of it only", "name a package of the whole deck")
        types = {type.kind: type for type in map(self._type, self.kinds)}
        notes = {note.id: note for note in self._notes(types)}
        kind = next(iter(types.values()))
        return Lock(place, self.uid, kind.name.removesuffix(f" – {kind.kind}"), types, notes, self.releases)

    def _type(self, id: int) -> ReleasedType:
        model = self.models[id]
        return ReleasedType(
            kind=self.kinds[id].name,
            name=str(model["name"]),
            fields=tuple(str(field["name"]) for field in model["flds"]),
            templates=tuple(str(template["name"]) for template in model["tmpls"]),
            looks=looks(model["css"], [*_parts(model["tmpls"], TEMPLATE), *_parts(model["flds"], _FIELD)]),
            time=_seconds(int(model["mod"])),
        )

    def _notes(self, types: Mapping[str, ReleasedType]) -> Iterator[ReleasedNote]:
        cards: dict[int, list[tuple[int, int, int]]] = {}
        for note, *card in self.connection.execute(_CARDS):
            cards.setdefault(note, []).append((card[0], card[1], card[2]))
        for id, type, *note in self.connection.execute(_NOTES):
            if type in self.kinds and id in cards:
                kind = self.kinds[type]
                yield self._note(note, cards[id], kind, types[kind.name].fields)

    def _note(
        self, row: list[Any], cards: list[tuple[int, int, int]], kind: NoteType, names: tuple[str, ...]
    ) -> ReleasedNote:
        guid, time, tags, values, more = row
        fields = {name: value for name, value in zip(names, values.split("\x1f"), strict=True) if value}
        kept = json.loads(more) if more else {"buried": {}}
        buried = {int(number): str(text) for number, text in kept["buried"].items()}
        earlier = {int(number): _seconds(int(given)) for number, given in kept.get("given", {}).items()}
        numbers = [ordinal + 1 for ordinal, _, _ in cards]
        return ReleasedNote(
            id=fields["Id"],
            guid=guid,
            kind=kind.name,
            deck=self.decks[cards[0][1]],
            due=min(due for _, _, due in cards),  # late cards have a later one
            time=_seconds(time),
            fields=fields,
            tags=tuple(tags.split()),
            cards=tuple(numbers),
            hidden=told_by(kind.name, fields),
            buried=buried,
            withdrawn="Withdrawn" in fields,
            given={number: earlier.get(number, _seconds(time)) for number in sorted({*numbers, *buried, *earlier})},
        )


def _parts(of: Iterable[Mapping[str, Any]], names: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [tuple([str(one.get(name, "")) for name in names]) for one in of]


def _seconds(time: int) -> int:
    """Return a time in seconds since 1970; raise ValueError if it cannot be one."""
    if not 0 < time < LATEST:
        raise ValueError(f"a time of {time}")
    return time
