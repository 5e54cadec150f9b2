"""Fresh collections of the real backend, and packages imported as a new user imports them."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import anki.collection  # before anki.cards: the two import each other
import pytest
from anki.cards import Card
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest, ImportCsvRequest
from anki.import_export_pb2 import ImportResponse
from anki.notes import Note

from flashgen.model.deck import Deck
from flashgen.pipeline import read_decks
from tests.conftest import built

TIME = 1_790_000_000
ROOT = Path(__file__).parents[2]


def shown(rendered: str) -> str:
    """Return what a person sees of a side of a card: no styles, tags or comments, one space between words."""
    bare = re.sub(r"<style>.*?</style>|<!--.*?-->", "", rendered, flags=re.DOTALL)
    spaced = re.sub(r"</?(?:div|p|li|ol|ul|br|header|footer|aside|summary|details|hr)\b[^>]*>", " ", bare)
    words = html.unescape(re.sub(r"<[^>]*>", "", spaced)).replace("\u2060", "")
    return " ".join(words.split())


class _Revealed(HTMLParser):
    """Gathers what one card's deletions reveal, those too that hold others."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number, self.inside, self.words = str(number), [False], ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "span":
            said = dict(attrs)
            ours = said.get("class") == "cloze" and said.get("data-ordinal") == self.number
            self.inside.append(ours or self.inside[-1])

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        self.words += data if self.inside[-1] else ""


def revealed(card: Card) -> str:
    """Return the words that the back of a cloze card reveals."""
    parser = _Revealed(card.ord + 1)
    parser.feed(card.answer())
    return " ".join(parser.words.split())


@dataclass(frozen=True, slots=True)
class Anki:
    """A collection, and what a learner does with it."""

    collection: Collection
    folder: Path

    def load(self, deck: Deck, *chapters: str, time: int = TIME) -> ImportResponse.Log:
        """Import a deck's package, or those of some chapters, and return the log of the last."""
        log = None
        for package in built(deck, time, *chapters, folder=self.folder):
            package.path.write_bytes(package.content)
            log = self.take(package.path)
        assert log
        return log

    def take(self, package: Path, **options: Any) -> ImportResponse.Log:
        """Import a package with the options that a new user has, or others, and return the log."""
        request = ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions(**options))
        return self.collection.import_anki_package(request).log

    def update(self, text: Path) -> ImportResponse.Log:
        """Import an update text, taking what Anki proposes, and return the log."""
        metadata = self.collection.get_csv_metadata(str(text), None)
        return self.collection.import_csv(ImportCsvRequest(path=str(text), metadata=metadata)).log

    def study(self, deck: str, most: int = 100) -> None:
        """Answer the cards that a deck has due, with FSRS and all four buttons in turn."""
        self.collection.set_config("fsrs", True)
        self.collection.decks.select(self.collection.decks.id_for_name(deck))
        for answer in range(most):
            card = self.collection.sched.getCard()
            if card is None:
                return
            card.start_timer()
            self.collection.sched.answerCard(card, answer % 4 + 1)

    def scheduling(self) -> dict[tuple[str, int], tuple[Any, ...]]:
        """Return all that Anki knows of each card but when it was written, by its note's GUID and its number."""
        rows = self.collection.db.all(
            "select n.guid, c.ord + 1, c.id, c.nid, c.did, c.type, c.queue, c.due, c.ivl, c.factor, c.reps, c.lapses, "
            "c.left, c.odue, c.odid, c.flags, c.data from cards c join notes n on n.id = c.nid"
        )
        return {(guid, number): tuple(rest) for guid, number, *rest in rows}

    def revlog(self) -> list[list[Any]]:
        """Return the review log, whole."""
        return list(self.collection.db.all("select * from revlog order by id"))

    def content(self) -> dict[str, list[Any]]:
        """Return each note's id in Anki, type, time, tags and fields, by its GUID."""
        return {row[0]: row[1:] for row in self.collection.db.all("select guid, id, mid, mod, tags, flds from notes")}

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
    place.mkdir(parents=True)
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
