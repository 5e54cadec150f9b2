"""A learner's studied collection, with a package of the time before the first release, gets what is built now.

`learner/` has that deck, its package and lock, and the collection that `term.studied` made of it with Anki 26.9.3.
"""

import shutil
from pathlib import Path

import pytest
from anki._backend import RustBackend
from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest, ImportCsvRequest

from tests.anki.term import Before, Notes, empty_cards, notes, opened, schedules, take
from tests.conftest import Project

LEARNER = Path(__file__).with_name("learner")
BEFORE_THEIR_NOTES, AFTER_THEIR_NOTES = 1_794_900_000, 1_795_100_000
"""Times of a build; the learner wrote into notes on 2026-11-18, between them."""

NEVER = 2


@pytest.fixture
def course(tmp_path: Path) -> Project:
    """Return the deck, with its lock."""
    for folder in ("source", "decks"):
        shutil.copytree(LEARNER / folder, tmp_path / "course" / folder)
    return Project(tmp_path / "course")


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """Return the learner's collection."""
    place = tmp_path / "collection.anki2"
    RustBackend().import_collection_package(
        col_path=str(place),
        backup_path=str(LEARNER / "collection.colpkg"),
        media_folder=str(tmp_path / "collection.media"),
        media_db=str(tmp_path / "collection.media.db2"),
    )
    return place


def written(before: Notes) -> set[str]:
    """Return the GUIDs of the notes into which the learner wrote."""
    return {guid for guid, (_, _, _, tags, fields) in before.items() if "exam" in tags and "look <b>this</b>" in fields}


def correct(course: Project) -> None:
    """Correct two entries: one that is as it came, and one into which the learner wrote."""
    for file, old, new in (
        ("01-tragedy", "an imitation of {{an action::of what?}}", "the imitation of {{an action::of what?}}"),
        ("02-turns", "means: reversal;", "means: a reversal;"),
    ):
        chapter = course.root / f"decks/poetics/{file}.yaml"
        chapter.write_text(chapter.read_text("utf-8").replace(old, new), "utf-8")


def test_the_learner_has_every_kind_studied_for_days_with_and_without_fsrs(collection: Path) -> None:
    with opened(collection) as learner:
        before = Before(learner)
        kinds = {learner.models.get(type)["name"].rpartition(" ")[2] for _, type, *_ in before.notes.values()}  # type: ignore[index]
        days = {row[0] // 86_400_000 for row in before.reviews}
        memory = ['"s"' in row[-1] for row in before.schedules.values()]
    assert kinds == {"Cloze", "Question", "Term", "Pair", "List", "Quotation"}
    assert len(days) == 14
    assert any(memory)
    assert not all(memory)
    assert len(written(before.notes)) == 5


@pytest.mark.parametrize("time", [BEFORE_THEIR_NOTES, AFTER_THEIR_NOTES])
def test_the_package_as_it_is_built_now_takes_nothing_from_the_learner(
    collection: Path, course: Project, time: int
) -> None:
    correct(course)
    (package,) = course.build(time)
    with opened(collection) as learner:
        before = Before(learner)
        take(learner, package)
    with opened(collection) as learner:
        assert before.compare(learner, package) >= 1
        assert not empty_cards(learner)


def test_the_package_as_it_is_built_now_changes_lists_quotations_and_several_footnotes_only(
    collection: Path, course: Project
) -> None:
    (package,) = course.build(AFTER_THEIR_NOTES)
    with opened(collection) as learner:
        before = Before(learner)
        take(learner, package)
    with opened(collection) as learner:
        after = notes(learner)
    changed = {guid for guid, note in before.notes.items() if after[guid] != note}
    assert {before.notes[guid][-1].partition("\x1f")[0] for guid in changed} == {"parts", "purgation", "beginning"}
    assert len(written(before.notes) - changed) == 4


@pytest.mark.parametrize("more", ["", "      - wonder\n"], ids=["as it is", "with an item in front"])
def test_a_list_that_loses_its_order_and_gets_it_again_takes_nothing_from_the_learner(
    collection: Path, course: Project, more: str
) -> None:
    chapter = course.root / "decks/poetics/01-tragedy.yaml"
    plain = chapter.read_text("utf-8")
    for later, ordered in enumerate(("", "    ordered: yes\n")):
        chapter.write_text(plain.replace("    items:\n", f"{ordered}    items:\n{more}"), "utf-8")
        (package,) = course.build(AFTER_THEIR_NOTES + later)
        with opened(collection) as learner:
            before = Before(learner)
            take(learner, package)
        with opened(collection) as learner:
            assert before.compare(learner, package) >= 1
            assert len(schedules(learner)) - len(before.schedules) == (1 if more and not ordered else 0)


def test_questions_that_are_reversed_later_bring_a_new_card_each_and_take_nothing(
    collection: Path, course: Project
) -> None:
    questions = 0
    for chapter in sorted(course.root.glob("decks/poetics/0*.yaml")):
        plain = chapter.read_text("utf-8")
        chapter.write_text(plain.replace("    ask:", "    reverse: yes\n    ask:"), "utf-8")
        questions += plain.count("    ask:")
    (package,) = course.build(AFTER_THEIR_NOTES)
    with opened(collection) as learner:
        before = Before(learner)
        take(learner, package)
    with opened(collection) as learner:
        assert before.compare(learner, package) >= questions
        assert len(schedules(learner)) - len(before.schedules) == questions
        assert not empty_cards(learner)


@pytest.mark.parametrize(
    "loss",
    [
        "delete from revlog where id = (select max(id) from revlog)",
        "update cards set due = due + 1 where id = (select max(id) from cards where queue = 2)",
        "update cards set data = '' where id = (select max(id) from cards where data != '{}')",
        "update notes set tags = '' where tags like '% exam %'",
    ],
)
def test_the_comparison_notices_whatever_is_lost(collection: Path, loss: str) -> None:
    with opened(collection) as learner:
        before = Before(learner)
        learner.db.execute(loss)
        with pytest.raises(AssertionError):
            before.compare(learner, LEARNER / "poetics.apkg")


def test_the_update_texts_bring_every_change_and_keep_what_the_learner_wrote(collection: Path, course: Project) -> None:
    correct(course)
    package, *texts = course.build(AFTER_THEIR_NOTES, update=True)
    with opened(collection) as learner:
        before = Before(learner)
        options = ImportAnkiPackageOptions(update_notes=NEVER)
        learner.import_anki_package(ImportAnkiPackageRequest(package_path=str(package), options=options))
        for text in texts:
            metadata = learner.get_csv_metadata(str(text), None)
            learner.import_csv(ImportCsvRequest(path=str(text), metadata=metadata))
        before.compare_cards(learner)
        now = notes(learner)
    assert written(now) == written(before.notes)
    assert [fields for *_, fields in now.values() if "the imitation of" in fields]
    assert [fields for *_, fields in now.values() if "a reversal;" in fields]
