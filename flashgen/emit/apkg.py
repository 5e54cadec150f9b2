"""The Anki package: genanki's objects, zipped so that equal input gives equal bytes."""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import count, islice
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import genanki

from flashgen.emit.companion import companion
from flashgen.emit.fields import Writer, dues, stored_name, writer
from flashgen.emit.notetype import model
from flashgen.emit.subdeck import Subdeck
from flashgen.history.identity import guid, number
from flashgen.load.markdown import image_names
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.render.citation import cited
from flashgen.render.text import plain


@dataclass(frozen=True, slots=True)
class Apkg:
    """A package's bytes, and how many cards are in it."""

    content: bytes
    cards: int


def package(deck: Deck, notes: Sequence[Note], time: int, watch: Callable[[Sequence[Note]], Iterable[Note]]) -> Apkg:
    """Return a package of some of a deck's notes, every part of it stamped with a time in seconds since 1970.

    The notes are chapter by chapter; `watch` hands them on one by one.
    """
    page, html = companion(deck)
    types = {note.type.name: note.type for note in notes}
    models = {name: model(deck, of, page) for name, of in types.items()}
    write, due, waiting = writer(deck), dues(deck.notes, deck), iter(watch(notes))
    subdecks = [genanki.Deck(_id(deck, deck.name), deck.name, description=plain(cited(deck.source.citation)))]
    for stem, count_of_notes in Counter(note.chapter.stem for note in notes).items():
        name = write.deck_names[stem]
        made = (_note(note, write, models[note.type.name], due[note.id]) for note in islice(waiting, count_of_notes))
        subdecks.append(Subdeck(_id(deck, name), name, list(models.values()), made, count_of_notes))
    cards = sum(len(note.ordinals) for note in notes)
    # Anki's ids are times in milliseconds; none may lie in the future.
    ids = count(time * 1000 - len(notes) - cards)
    return Apkg(_zipped(_database(subdecks, time, ids), {page: html} | _images(deck, notes)), cards)


def _id(deck: Deck, name: str) -> int:
    return number(deck.uid, "deck", name)


def _note(note: Note, write: Writer, of: genanki.Model, due: int) -> genanki.Note:
    made = genanki.Note(of, write.values(note), tags=write.tags(note), guid=guid(write.deck.uid, note.id), due=due)
    # genanki would look for deletions by itself, and lose those in other deletions or behind a condition.
    made.cards = [genanki.Card(ordinal) for ordinal in note.ordinals]
    return made


def _images(deck: Deck, notes: Iterable[Note]) -> dict[str, bytes]:
    """Return the images that the notes show, by the names under which they travel."""
    shown = {name for note in notes if note.extra for name in image_names(note.extra)}
    return {stored_name(name, deck.images[name]): deck.images[name] for name in shown}


def _database(subdecks: Sequence[genanki.Deck], time: int, ids: "count[int]") -> bytes:
    """Return Anki's collection as a file of SQLite, made in memory."""
    connection = sqlite3.connect(":memory:")
    try:
        cursor = connection.cursor()
        genanki.Package([]).write_to_db(cursor, time, ids)
        indices = cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL").fetchall()
        for name, _ in indices:
            cursor.execute(f"DROP INDEX {name}")  # one made behind all rows takes half the time
        for subdeck in subdecks:
            subdeck.write_to_db(cursor, time, ids)
        for _, sql in indices:
            cursor.execute(sql)
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _zipped(database: bytes, media: dict[str, bytes]) -> bytes:
    names = sorted(media)
    content = {"collection.anki2": database, "media": json.dumps(dict(enumerate(names))).encode("ascii")}
    content |= {str(place): media[name] for place, name in enumerate(names)}
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in content.items():
            entry = ZipInfo(name)
            # Level 1 takes a fifth of the time of level 6 and an eighth more room.
            archive.writestr(entry, data, ZIP_DEFLATED, compresslevel=1)
    return buffer.getvalue()
