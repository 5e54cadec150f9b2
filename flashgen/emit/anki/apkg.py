"""Write Anki packages with genanki; equal input gives equal bytes on every machine."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from itertools import count, groupby
from zipfile import ZipFile, ZipInfo

import genanki

from flashgen.emit.anki.collection import Preset, collection
from flashgen.emit.anki.companion import companion
from flashgen.emit.anki.fields import stored_name
from flashgen.emit.anki.notetype import model
from flashgen.emit.anki.subdeck import PlacedCard, StampedNote, Subdeck
from flashgen.history.identity import number
from flashgen.history.order import card_due
from flashgen.model.deck import Deck
from flashgen.model.lock import Lock, ReleasedNote
from flashgen.render.citation import cited_sources
from flashgen.render.text import inline

_IMAGE = re.compile('src="([^"]+)"')


def package(
    deck: Deck,
    lock: Lock,
    notes: Iterable[ReleasedNote],
    whole: bool,
    track: Callable[[Sequence[ReleasedNote]], Iterable[ReleasedNote]] = iter,
    preset: Preset | None = None,
) -> bytes:
    """Return a package of the notes that a deck has released, or some; `track` yields them one by one.

    With a preset, the decks carry it; Anki takes it if the learner ticks a box.

    Every note and note type carries the time of its last change; no other time in the package is later.
    """
    chosen = sorted(notes, key=lambda note: (note.deck, note.due, note.id))
    page, html = companion(deck)
    types = [lock.types[kind] for kind in sorted({note.kind for note in chosen})]
    models = {type.kind: model(deck, type, page) for type in types}
    described = inline(cited_sources(deck.sources, deck.words), deck.term_language)
    subdecks = [genanki.Deck(_id(deck, lock.name), lock.name, description=described)]
    waiting = iter(track(chosen))
    for name, group in groupby(chosen, key=lambda note: note.deck):
        length = sum(1 for _ in group)
        made = (_note(next(waiting), models) for _ in range(length))
        subdecks.append(Subdeck(_id(deck, name), name, list(models.values()), made, length))
    cards = sum(len(note.cards) for note in chosen)
    time = max((1, *[type.time for type in types], *[note.time for note in chosen]))
    # Anki's ids are times in milliseconds; none may lie in the future.
    ids = count(max(1, time * 1000 - len(chosen) - cards))
    return _zipped(collection(subdecks, time, ids, whole, lock.releases, preset), {page: html} | _images(deck, chosen))


def _id(deck: Deck, name: str) -> int:
    return number(deck.uid, "deck", name)


def _note(note: ReleasedNote, models: dict[str, genanki.Model]) -> StampedNote:
    model = models[note.kind]
    values = [note.fields.get(field["name"], "") for field in model.fields]
    made = StampedNote(model, values, tags=list(note.tags), guid=note.guid)
    made.time = note.time
    # Rebuilding a lost lock from this package needs the buried numbers, so that none is given again.
    made.kept = json.dumps({"buried": note.buried}) if note.buried else ""
    # genanki misses deletions inside other deletions or behind a condition, so pass the cards explicitly.
    made.cards = [_card(note, number) for number in note.cards]
    return made


def _card(note: ReleasedNote, number: int) -> PlacedCard:
    card = PlacedCard(number - 1)
    card.due = card_due(note, number)
    return card


def _images(deck: Deck, notes: Iterable[ReleasedNote]) -> dict[str, bytes]:
    """Return the images that the notes show, by their names in the package."""
    shown = {name for note in notes for value in note.fields.values() for name in _IMAGE.findall(value)}
    stored = {stored_name(name, image): image for name, image in deck.images.items()}
    return {name: stored[name] for name in shown & stored.keys()}


def _zipped(database: bytes, media: dict[str, bytes]) -> bytes:
    """Return the files as one zip, uncompressed: another version of zlib would give other bytes."""
    names = sorted(media)
    content = {"collection.anki2": database, "media": json.dumps(dict(enumerate(names))).encode("ascii")}
    content |= {str(place): media[name] for place, name in enumerate(names)}
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in content.items():
            entry = ZipInfo(name)
            entry.create_system = 3  # otherwise it depends on the operating system
            archive.writestr(entry, data)
    return buffer.getvalue()
