"""Learners' collections in every form in which Anki keeps and exports them."""

import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZipFile

import anki.collection  # noqa: F401  # before anki.cards: the two import each other
import pytest
from anki.cards import CardId
from anki.collection import Collection as AnkiCollection
from anki.collection import DeckIdLimit, ExportAnkiPackageOptions
from anki.decks import DeckConfigId, DeckId

from flashgen.errors import BadCollectionError, ForeignCollectionError, OpenCollectionError
from flashgen.load.collection.read import collection
from flashgen.model.scheduled import Collection
from flashgen.pipeline import exam_plan
from flashgen.study.days import days_until
from flashgen.study.wish import Wish
from tests.anki.conftest import Anki
from tests.conftest import Project

ENTRIES = "".join(f"  - {{id: card-{number}, ask: Who is {number}?, answer: Peter, page: 97}}\n" for number in range(8))
TODAY = date.today()  # Anki's own day, by the clock of this computer
PARAMETERS = [round(0.1 + place / 20, 3) for place in range(21)]


@pytest.fixture
def studied(anki: Anki, project: Project) -> Anki:
    """Return a collection with eight cards, of which five were answered with FSRS on."""
    project.entries(ENTRIES)
    anki.load(project.deck())
    anki.study("Small", 5)
    return anki


def guids(anki: Anki) -> set[str]:
    """Return the GUIDs of all notes of a collection."""
    return {guid for guid, _ in anki.scheduling()}


def closed(anki: Anki) -> Path:
    """Return the file of a collection that Anki has closed."""
    anki.collection.close()
    return anki.folder / "collection.anki2"


def colpkg(anki: Anki) -> Path:
    """Return an export of the whole collection, as Anki makes it today."""
    anki.collection.export_collection_package(str(anki.folder / "new.colpkg"), include_media=False, legacy=False)
    return anki.folder / "new.colpkg"


def old_colpkg(anki: Anki) -> Path:
    """Return an export of the whole collection for Ankis before 2.1.50."""
    anki.collection.export_collection_package(str(anki.folder / "old.colpkg"), include_media=False, legacy=True)
    return anki.folder / "old.colpkg"


def apkg(anki: Anki, legacy: bool = False) -> Path:
    """Return an export of one deck with its progress and options."""
    path = anki.folder / f"deck-{legacy}.apkg"
    options = ExportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True, legacy=legacy)
    limit = DeckIdLimit(anki.collection.decks.id_for_name("Small") or DeckId(1))
    anki.collection.export_anki_package(out_path=str(path), options=options, limit=limit)
    return path


def old_apkg(anki: Anki) -> Path:
    """Return the same for Ankis before 2.1.50."""
    return apkg(anki, legacy=True)


FORMS = [closed, colpkg, old_colpkg, apkg, old_apkg]


def states(of: Collection) -> list[tuple[float, float]]:
    """Return the states of all cards that have one."""
    return sorted(card.state for card in of.cards.values() if card.state)


@pytest.mark.parametrize("form", FORMS)
def test_each_form_tells_what_the_learner_knows(studied: Anki, form: Callable[[Anki], Path]) -> None:
    wanted = guids(studied)
    expected = sorted((row["s"], row["d"]) for row in _data(studied))
    found = collection(form(studied), "Small", wanted)
    assert len(found.cards) == 8
    assert states(found) == expected
    answered = [card for card in found.cards.values() if card.reviews]
    assert [{review.day for review in card.reviews} for card in answered] == [{TODAY}] * len(answered)
    assert all(card.due is not None and card.due >= TODAY for card in answered)
    assert sum(card.due is None for card in found.cards.values()) == 8 - len(answered)


def _data(anki: Anki) -> list[dict[str, Any]]:
    rows = anki.collection.db.list("select data from cards where type != 0")
    return [json.loads(row) for row in rows]


@pytest.mark.parametrize("form", FORMS)
def test_the_parameters_of_the_decks_preset_are_found(studied: Anki, form: Callable[[Anki], Path]) -> None:
    decks = studied.collection.decks
    config = decks.add_config("Mine")
    config["fsrsParams6"] = PARAMETERS
    decks.update_config(config)
    for deck in decks.all():
        if deck["name"].startswith("Small"):
            decks.set_config_id_for_deck_dict(deck, config["id"])
    wanted = guids(studied)
    assert collection(form(studied), "Small", wanted).parameters == pytest.approx(PARAMETERS)


@pytest.mark.parametrize("form", FORMS)
def test_a_preset_without_parameters_has_none(studied: Anki, form: Callable[[Anki], Path]) -> None:
    wanted = guids(studied)
    assert collection(form(studied), "Small", wanted).parameters == ()


def test_the_collection_is_not_touched_and_nothing_is_left_beside_it(studied: Anki) -> None:
    wanted, path = guids(studied), closed(studied)
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir()))
    collection(path, "Small", wanted)
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir())) == before


def test_while_anki_has_the_collection_open_it_is_not_read(studied: Anki) -> None:
    with pytest.raises(OpenCollectionError, match="is open in Anki"):
        collection(studied.folder / "collection.anki2", "Small", guids(studied))


def test_a_collection_without_the_deck_is_another(studied: Anki) -> None:
    with pytest.raises(ForeignCollectionError, match="has no card of the deck Other"):
        collection(closed(studied), "Other", {"elsewhere"})


def test_suspended_and_reset_cards_are_told_apart(studied: Anki) -> None:
    first, second = studied.collection.db.list("select id from cards where type != 0 order by id limit 2")
    studied.collection.sched.suspend_cards([CardId(first)])
    studied.collection.sched.schedule_cards_as_new([CardId(second)])
    wanted = guids(studied)
    found = collection(closed(studied), "Small", wanted).cards.values()
    assert sum(card.suspended for card in found) == 1
    assert sum(card.due is None for card in found) == 4


def test_a_new_date_is_no_answer_and_no_reset(studied: Anki) -> None:
    first, *_ = studied.collection.db.list("select id from cards where type = 2 order by id")
    studied.collection.sched.set_due_date([CardId(first)], "9")
    wanted = guids(studied)
    found = [card for card in collection(closed(studied), "Small", wanted).cards.values() if card.due]
    assert TODAY + timedelta(days=9) in [card.due for card in found]
    assert all(len(card.reviews) >= 1 for card in found)


def test_parameters_that_fsrs_cannot_have_are_refused(studied: Anki, project: Project) -> None:
    options = studied.collection.decks.get_config(DeckConfigId(1))
    assert options
    studied.collection.decks.update_config({**options, "fsrsParams6": [1.0, 2.0]})
    wish = Wish(days_until(TODAY + timedelta(days=3), TODAY), 10, collection=closed(studied))
    with pytest.raises(BadCollectionError):
        exam_plan(project.deck(), wish)


def test_a_package_whose_database_is_damaged_is_refused(studied: Anki) -> None:
    path = studied.folder / "damaged.colpkg"
    with ZipFile(path, "w") as archive:
        archive.writestr("collection.anki21b", b"\x28\xb5\x2f\xfd no frame")
    with pytest.raises(BadCollectionError):
        collection(path, "Small", guids(studied))


def test_a_card_in_a_filtered_deck_keeps_its_date(studied: Anki) -> None:
    dates = "select did, due, odue from cards where type = 2"
    due = max(row[1] for row in studied.collection.db.all(dates))
    filtered = studied.collection.sched.get_or_create_filtered_deck(DeckId(0))
    filtered.config.search_terms[0].search = "deck:Small -is:new"
    studied.collection.sched.add_or_update_filtered_deck(filtered)
    assert any(row[2] for row in studied.collection.db.all(dates))
    wanted = guids(studied)
    found = collection(closed(studied), "Small", wanted)
    assert max(card.due for card in found.cards.values() if card.due) == TODAY + timedelta(days=due)
    assert found.parameters == ()


def test_without_fsrs_the_answers_and_the_interval_are_there(anki: Anki, project: Project) -> None:
    project.entries(ENTRIES)
    anki.load(project.deck())
    anki.collection.set_config("fsrs", False)
    anki.collection.decks.select(anki.collection.decks.id_for_name("Small"))
    card = anki.collection.sched.getCard()
    assert card
    card.start_timer()
    anki.collection.sched.answerCard(card, 4)
    wanted = guids(anki)
    (found,) = [card for card in collection(closed(anki), "Small", wanted).cards.values() if card.reviews]
    assert found.state is None
    assert found.ease == pytest.approx(2.5)
    assert found.interval >= 1


@pytest.mark.parametrize("form", FORMS)
def test_a_damaged_collection_is_refused(studied: Anki, form: Callable[[Anki], Path]) -> None:
    wanted, path = guids(studied), form(studied)
    content = path.read_bytes()
    for damaged in (content[: len(content) // 2], content[:100] + bytes(len(content) - 100)):
        path.write_bytes(damaged)
        with pytest.raises(BadCollectionError, match="cannot be read as an Anki collection"):
            collection(path, "Small", wanted)


def test_an_archive_without_a_collection_is_refused(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "photos.apkg", "w") as archive:
        archive.writestr("photo.jpg", b"")
    with pytest.raises(BadCollectionError):
        collection(tmp_path / "photos.apkg", "Small", {"elsewhere"})


@pytest.mark.parametrize("form", [closed, old_apkg])
def test_a_file_with_any_other_bytes_is_read_or_refused_and_never_fails_otherwise(
    studied: Anki, form: Callable[[Anki], Path]
) -> None:
    wanted, path = guids(studied), form(studied)
    content, random = path.read_bytes(), Random(7)
    for _ in range(150):
        changed = bytearray(content)
        for _ in range(random.randint(1, 60)):
            changed[random.randrange(len(changed))] = random.randrange(256)
        path.write_bytes(changed)
        with suppress(BadCollectionError, ForeignCollectionError):
            assert collection(path, "Small", wanted).cards


def test_the_collection_kept_from_an_older_time_is_read(tmp_path: Path) -> None:
    kept = tmp_path / "kept.colpkg"
    shutil.copy(Path(__file__).parent / "learner/collection.colpkg", kept)
    with pytest.raises(ForeignCollectionError):
        collection(kept, "Small", {"elsewhere"})


def test_an_empty_collection_has_no_deck(tmp_path: Path) -> None:
    AnkiCollection(str(tmp_path / "collection.anki2")).close()
    with pytest.raises(ForeignCollectionError):
        collection(tmp_path / "collection.anki2", "Small", {"elsewhere"})
