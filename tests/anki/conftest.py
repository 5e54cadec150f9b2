"""Fresh collections of the real backend, and packages imported as a new user imports them."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import anki.collection  # before anki.cards: the two import each other
import pytest
from anki.cards import Card
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.import_export_pb2 import ImportResponse
from anki.notes import Note

from flashgen.model.deck import Deck
from flashgen.pipeline import packages, read_decks

TIME = 1_790_000_000
ROOT = Path(__file__).parents[2]


def shown(rendered: str) -> str:
    """Return what a person sees of a side of a card: no styles, tags or comments, one space between words."""
    bare = re.sub(r"<style>.*?</style>|<!--.*?-->", "", rendered, flags=re.DOTALL)
    spaced = re.sub(r"</?(?:div|p|li|ol|ul|br|header|footer|aside|summary|details|hr)\b[^>]*>", " ", bare)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", spaced)).split())


@dataclass(frozen=True, slots=True)
class Anki:
    """A collection, and what a learner does with it."""

    collection: Collection
    folder: Path

    def load(self, deck: Deck, *chapters: str, time: int = TIME) -> ImportResponse.Log:
        """Import a deck's package, or those of some chapters, and return the log of the last."""
        log = None
        for package in packages([deck], self.folder, time, chapters):
            package.path.write_bytes(package.content)
            request = ImportAnkiPackageRequest(package_path=str(package.path), options=ImportAnkiPackageOptions())
            log = self.collection.import_anki_package(request).log
        assert log
        return log

    def notes(self) -> dict[str, Note]:
        """Return all notes by the id in their first field."""
        notes = (self.collection.get_note(note) for note in self.collection.find_notes(""))
        return {note.fields[0]: note for note in notes}

    def cards(self) -> list[Card]:
        """Return all cards, in the order in which they would be studied."""
        ids = self.collection.db.list("select id from cards order by due, ord")
        return [self.collection.get_card(card) for card in ids]

    def tree(self) -> list[str]:
        """Return the names of the decks as Anki lists them, without the default deck."""
        names = [deck.name for deck in self.collection.decks.all_names_and_ids()]
        return [name for name in names if name != "Default"]


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    """Return an empty collection."""
    yield from opened(tmp_path)


def opened(folder: Path) -> Iterator[Anki]:
    """Yield a new collection in a folder, and close it."""
    place = folder / "anki"
    place.mkdir()
    collection = Collection(str(place / "collection.anki2"))
    try:
        yield Anki(collection, place)
    finally:
        collection.close()


@pytest.fixture(scope="session")
def shipped() -> Deck:
    """Return the deck that ships with the project."""
    decks, problems = read_decks(ROOT, ["stalinism-from-above"])
    assert problems == ()
    return decks[0]


@pytest.fixture(scope="session")
def learner(tmp_path_factory: pytest.TempPathFactory, shipped: Deck) -> Iterator[Anki]:
    """Return a collection into which the shipped deck was imported; tests only look at it."""
    for anki in opened(tmp_path_factory.mktemp("learner")):
        anki.load(shipped)
        yield anki
