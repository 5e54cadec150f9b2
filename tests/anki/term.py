"""A learner in the middle of a term: days of study with one package, and then the import of a newer one.

It runs in old Ankis too, which need a virtual environment of their own; see .ci/run.

python tests/anki/term.py EARLIER LATER
"""

import json
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import anki.lang
from anki.buildinfo import version
from anki.collection import Collection

DAYS = 14
FSRS_FROM = 9
"""The day on which the learner turns FSRS on: cards that are answered later have its data, others do not."""

DAY = 86_400
BUTTONS = (3, 3, 1, 4, 3, 2, 3, 3, 4, 1, 3)

Notes = dict[str, tuple[int, int, int, str, str]]
"""Of each note, by its GUID: its id, its note type's id, the time of its last change, its tags and its fields."""

Types = dict[int, tuple[int, str, list[tuple[str, str, str]]]]
"""Of each note type, by its id: the time of its last change, its CSS, and its templates with name, front and back."""


@contextmanager
def opened(path: Path) -> Iterator[Collection]:
    """Open a collection, and close it."""
    anki.lang.set_lang("en")
    collection = Collection(str(path))
    try:
        yield collection
    finally:
        collection.close()


def take(collection: Collection, package: Path) -> None:
    """Import a package with the options that a new user has."""
    if hasattr(collection, "import_anki_package"):
        from anki.collection import ImportAnkiPackageRequest

        collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package)))
    else:
        from anki.importing.apkg import AnkiPackageImporter

        AnkiPackageImporter(collection, str(package)).run()


def studied(path: Path, package: Path) -> None:
    """Make a collection of a learner who imported a package and has studied it for DAYS."""
    with opened(path) as collection:
        take(collection, package)
    for day in range(DAYS):
        with opened(path) as collection:
            collection.set_config("fsrs", day >= FSRS_FROM)
            _answer(collection)
            next_day(collection)
    with opened(path) as collection:
        _make_own(collection)


def _answer(collection: Collection) -> None:
    """Answer the cards of a day."""
    deck = min(deck.name for deck in collection.decks.all_names_and_ids() if deck.name != "Default")
    collection.decks.select(collection.decks.id_for_name(deck))
    for answer in range(100):
        card = collection.sched.getCard()
        if card is None:
            return
        card.start_timer()
        collection.sched.answerCard(card, BUTTONS[(answer + card.id) % len(BUTTONS)])


def next_day(collection: Collection) -> None:
    """Move all that the collection knows of times a day back, as if it were tomorrow."""
    collection.db.execute("update col set crt = crt - ?", DAY)
    collection.db.execute("update revlog set id = id - ?", DAY * 1000)
    collection.db.execute("update cards set due = due - ? where queue = 1", DAY)
    for id, data in collection.db.all("select id, data from cards where data like '%lrt%'"):
        said = json.loads(data)
        said["lrt"] -= DAY
        collection.db.execute("update cards set data = ? where id = ?", json.dumps(said), id)


def _make_own(collection: Collection) -> None:
    """Do what learners do: suspend, flag, move and cram cards; tag notes, and write into them."""
    cards, scheduler = list(collection.find_cards("")), collection.sched
    scheduler.suspend_cards(cards[1:3])
    collection.set_user_flag_for_cards(3, cards[6:9])
    collection.set_deck(cards[10:12], collection.decks.id("My own deck"))
    filtered = scheduler.get_or_create_filtered_deck(0)
    filtered.name = "Cramming"
    filtered.config.search_terms[0].search = "note:*Term"
    filtered.config.reschedule = True
    scheduler.add_or_update_filtered_deck(filtered)
    for id in list(collection.find_notes(""))[::3]:
        note = collection.get_note(id)
        note["My notes"] = "look <b>this</b> up"
        note.tags.append("exam")
        collection.update_note(note)
        collection.db.execute("update notes set mod = mod - ? where id = ?", 10 * DAY, id)


def schedules(collection: Collection) -> dict[tuple[str, int], tuple[Any, ...]]:
    """Return all that Anki knows of each card but when it was written, by its note's GUID and its ordinal."""
    rows = collection.db.all(
        "select n.guid, c.ord, c.id, c.nid, c.did, c.type, c.queue, c.due, c.ivl, c.factor, c.reps, c.lapses, c.left, "
        "c.odue, c.odid, c.flags, c.data from cards c join notes n on n.id = c.nid"
    )
    return {(guid, ordinal): tuple(rest) for guid, ordinal, *rest in rows}


def notes(collection: Collection) -> Notes:
    """Return all notes."""
    rows = collection.db.all("select guid, id, mid, mod, tags, flds from notes")
    return {guid: tuple(rest) for guid, *rest in rows}


def types(models: Iterable[dict[str, Any]]) -> Types:
    """Return note types, from how Anki keeps them."""
    return {
        int(one["id"]): (one["mod"], one["css"], [(card["name"], card["qfmt"], card["afmt"]) for card in one["tmpls"]])
        for one in models
    }


def packed(package: Path) -> tuple[Notes, Types]:
    """Return the notes and the note types of a package."""
    with tempfile.TemporaryDirectory() as folder, ZipFile(package) as archive:
        file = archive.extract("collection.anki2", folder)
        with closing(sqlite3.connect(file)) as database:
            rows = database.execute("select guid, id, mid, mod, tags, flds from notes").fetchall()
            ((models,),) = database.execute("select models from col").fetchall()
    return {guid: tuple(rest) for guid, *rest in rows}, types(json.loads(models).values())


def empty_cards(collection: Collection) -> list[int]:
    """Return the cards that Anki would offer to delete."""
    return sorted(id for note in collection._backend.get_empty_cards().notes for id in note.card_ids)


class Before:
    """A collection before an import."""

    def __init__(self, collection: Collection) -> None:
        self.schedules, self.notes = schedules(collection), notes(collection)
        self.reviews = collection.db.all("select * from revlog order by id")
        self.types = types(collection.models.all())
        self.empty = empty_cards(collection)

    def compare(self, collection: Collection, package: Path) -> int:
        """Check after the import of a package that nothing is lost and nothing comes twice; return what changed."""
        self.compare_cards(collection)
        said, said_types = packed(package)
        newer = {id: one for id, one in said_types.items() if id in self.types and one[0] > self.types[id][0]}
        assert {id: one[1:] for id, one in types(collection.models.all()).items()} == {
            id: one[1:] for id, one in (self.types | newer).items()
        }
        assert notes(collection).keys() == self.notes.keys() | said.keys()
        return sum(self._updated(guid, note, said[guid]) for guid, note in notes(collection).items() if guid in said)

    def compare_cards(self, collection: Collection) -> None:
        """Check that all cards and reviews are as they were, and that Anki finds nothing wrong."""
        now = schedules(collection)
        assert {key: now.get(key) for key in self.schedules} == self.schedules
        assert collection.db.all("select * from revlog order by id") == self.reviews
        assert empty_cards(collection) == self.empty
        assert collection.fix_integrity() == ("Database rebuilt and optimized.", True)

    def _updated(self, guid: str, now: tuple[Any, ...], said: tuple[Any, ...]) -> bool:
        """Check that a note is as in the package if that is newer, else as it was; return whether it changed."""
        before = self.notes.get(guid)
        if before and before[2] >= said[2]:
            assert now == before, guid
            return False
        assert before is None or now[:2] == before[:2], guid
        assert (now[3].split(), now[4]) == (said[3].split(), said[4]), guid
        return True


def main(earlier: Path, later: Path) -> None:
    """Study one package in a new collection, import another, and look; AssertionError where something is lost."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "collection.anki2"
        studied(path, earlier)
        with opened(path) as collection:
            before = Before(collection)
            take(collection, later)
        with opened(path) as collection:  # what Anki has in memory of note types is older
            changed = before.compare(collection, later)
        print(f"Anki {version}: {len(before.reviews)} reviews and {len(before.notes)} notes kept, {changed} updated")


if __name__ == "__main__":
    main(*[Path(os.path.abspath(package)) for package in sys.argv[1:3]])  # noqa: PTH100 - old Ankis are in old Pythons
