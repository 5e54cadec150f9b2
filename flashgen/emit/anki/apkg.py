"""Write Anki packages with genanki; equal input gives equal bytes on every machine."""

import json
import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from zipfile import ZipFile, ZipInfo

import genanki

from flashgen.emit.anki.about import about_chapters, about_deck
from flashgen.emit.anki.collection import Preset, collection
from flashgen.emit.anki.companion import companion
from flashgen.emit.anki.fields import stored_name
from flashgen.emit.anki.ids import note_ids
from flashgen.emit.anki.notetype import model
from flashgen.emit.anki.rows import PlacedCard, StampedNote
from flashgen.history.identity import number
from flashgen.history.order import card_due
from flashgen.model.deck import Deck
from flashgen.model.lock import Lock, ReleasedNote
from flashgen.model.output import Track, untracked

_IMAGE = re.compile('src="([^"]+)"')


def package(
    deck: Deck,
    lock: Lock,
    notes: Iterable[ReleasedNote],
    whole: bool,
    track: Track = untracked,
    preset: Preset | None = None,
) -> bytes:
    """Return a package of the notes that a deck has released, or some; `track` yields them one by one.

    With a preset, the decks carry it; Anki takes it if the learner ticks a box.

    Every note and note type carries the time of its last change; no other time in the package is later.
    """
    ids = note_ids(deck.uid, lock.notes.values())
    chosen = sorted(notes, key=lambda note: ids[note.guid])
    page, html = companion(deck)
    types = [lock.types[kind] for kind in sorted({note.kind for note in chosen})]
    models = {type.kind: model(deck, type, page) for type in types}
    described = {lock.name: about_deck(deck, lock), **about_chapters(deck)}
    names = [lock.name, *sorted({note.deck for note in chosen})]
    decks = [genanki.Deck(_id(deck, name), name, description=described.get(name, "")) for name in names]
    for type in models.values():
        decks[0].add_model(type)
    homes, fields = {name: _id(deck, name) for name in names}, {kind: lock.types[kind].fields for kind in models}
    made = (
        _note(note, ids[note.guid], homes[note.deck], models[note.kind], fields[note.kind])
        for note in track(chosen, "packing notes")
    )
    time = max((1, *[type.time for type in types], *[note.time for note in chosen]))
    return _zipped(collection(decks, made, time, whole, lock.releases, preset), {page: html} | _images(deck, chosen))


def _id(deck: Deck, name: str) -> int:
    return number(deck.uid, "deck", name)


def _note(note: ReleasedNote, id: int, deck: int, model: genanki.Model, names: Sequence[str]) -> StampedNote:
    values = [note.fields.get(name, "") for name in names]
    made = StampedNote(model, values, tags=list(note.tags), guid=note.guid)
    made.id, made.deck, made.time, made.kept = id, deck, note.time, _kept(note)
    # genanki misses deletions inside other deletions or behind a condition, so pass the cards explicitly.
    made.cards = [_card(note, id, number) for number in note.cards]
    return made


def _kept(note: ReleasedNote) -> str:
    """Return what rebuilding a lost lock needs: no buried number may be given again, and ids hang on first releases."""
    given = {number: time for number, time in note.given.items() if time != note.time}
    return json.dumps({"buried": note.buried, "given": given}) if note.buried or given else ""


def _card(note: ReleasedNote, id: int, number: int) -> PlacedCard:
    card = PlacedCard(number - 1)
    card.id, card.due = id + number, card_due(note, number)
    return card


def _images(deck: Deck, notes: Iterable[ReleasedNote]) -> dict[str, bytes]:
    """Return the images that the notes show, by their names in the package."""
    if not deck.images:
        return {}
    shown = {name for note in notes for value in note.fields.values() for name in _IMAGE.findall(value)}
    stored = {stored_name(name, image): image for name, image in deck.images.items()}
    return {name: stored[name] for name in shown & stored.keys()}


def _zipped(database: bytearray, media: dict[str, bytes]) -> bytes:
    """Return the files as one zip, uncompressed: another version of zlib would give other bytes."""
    names = sorted(media)
    content: dict[str, bytes | bytearray] = {
        "collection.anki2": database,
        "media": json.dumps(dict(enumerate(names))).encode("ascii"),
    }
    content |= {str(place): media[name] for place, name in enumerate(names)}
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in content.items():
            entry = ZipInfo(name)
            entry.create_system = 3  # otherwise it depends on the operating system
            archive.writestr(entry, data)
    return buffer.getvalue()
