"""The ids of notes and cards: each note's cards side by side, the same in every release and every package."""

import sqlite3
import zipfile
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest

from flashgen.emit.anki.ids import note_ids
from flashgen.model.lock import ReleasedNote
from tests.conftest import FORMULA, HEAD, Project, Run

TIME = 1_790_000_000
EARLIEST = 1_000_000_000
UID = "0b8e2f3c-1d4a-4e56-8f70-123456789abc"
OTHER = "5d0f3c1a-9b7e-4c2d-8a61-fedcba987654"
ASK = "  - id: who\n    ask: Who wrote it?\n    answer: Kliuchevsky\n    page: 98\n"


def released(name: str, time: int = TIME, first: int = 0) -> ReleasedNote:
    """Return a note that changed at one time and was first released at the same or another."""
    given = {1: first or time}
    return ReleasedNote(name, f"guid of {name}", "Cloze", "Deck", 100, time, {}, (), (1,), given=given)


def many(count: int, time: int = TIME) -> list[ReleasedNote]:
    """Return that many notes of one release."""
    return [released(f"{time} {number}", time) for number in range(count)]


def cards(package: Path) -> dict[str, dict[int, int]]:
    """Return the ids of each note's cards by its GUID and their numbers; number 0 is the note itself."""
    with zipfile.ZipFile(BytesIO(package.read_bytes())) as archive:
        database = sqlite3.connect(":memory:")
        database.deserialize(archive.read("collection.anki2"))
    found = {guid: {0: id} for id, guid in database.execute("select id, guid from notes")}
    for guid, ordinal, id in database.execute("select guid, ord, c.id from cards c join notes n on n.id = nid"):
        found[guid][ordinal + 1] = id
    return found


@pytest.mark.parametrize("time", [EARLIEST, TIME])
@pytest.mark.parametrize("count", [1, 3000])
def test_ids_are_positive_apart_and_before_the_first_release_with_room_for_500_cards(time: int, count: int) -> None:
    ids = sorted(note_ids(UID, many(count, time)).values())
    assert len(ids) == count
    assert 0 < ids[0] <= ids[-1] + 500 < time * 1000
    assert all(after - before > 500 for before, after in pairwise(ids))


def test_later_releases_and_changes_leave_ids_as_they_are() -> None:
    first = many(500)
    changed = [released(note.id, TIME + 9, TIME) if number % 2 else note for number, note in enumerate(first)]
    before, after = note_ids(UID, first), note_ids(UID, [*many(500, TIME + 1), *changed])
    assert {guid: after[guid] for guid in before} == before
    assert len({*after.values()}) == 1000


def test_the_order_in_which_notes_are_told_does_not_matter() -> None:
    notes = [*many(50), *many(50, TIME + 1)]
    assert note_ids(UID, notes) == note_ids(UID, notes[::-1])


def test_decks_of_one_release_have_no_id_in_common() -> None:
    mine, other = note_ids(UID, many(3000)).values(), note_ids(OTHER, many(3000)).values()
    assert max(mine) + 500 < min(other) or max(other) + 500 < min(mine)


def test_a_late_card_stands_beside_its_notes_others_and_all_others_stay(project: Project) -> None:
    project.entries(ASK + FORMULA)
    (package,) = project.build(TIME)
    before = cards(package)
    project.entries(FORMULA.replace("the people", "{{the people}}") + ASK.replace("page", "reverse: yes\n    page"))
    after = cards(*project.build(TIME + 60))
    assert {guid: {number: ids[number] for number in before[guid]} for guid, ids in after.items()} == before
    assert sorted([*ids] for ids in after.values()) == [[0, 1, 2], [0, 1, 2, 3]]
    assert all(id == ids[0] + number for ids in after.values() for number, id in ids.items())


def test_packages_of_the_whole_and_of_a_chapter_have_the_same_ids(project: Project) -> None:
    project.entries(ASK, "05-first.yaml", HEAD.replace("VI", "V"))
    whole, chapter = map(cards, project.build(TIME, "VI"))
    assert len(chapter) == 1
    assert chapter.items() <= whole.items()


def test_ids_stay_where_a_lost_lock_is_rebuilt_from_a_package(project: Project, run: Run) -> None:
    project.entries(ASK + FORMULA)
    (package,) = project.build(TIME)
    project.entries(ASK + FORMULA.replace("the people", "{{the people}}"))
    project.build(TIME + 60)
    before, old = cards(package), project.write("old.apkg", package.read_bytes())
    (project.root / "decks/small/deck.lock").unlink()
    assert run("build", "--adopt", old, "-C", project.root).code == 0
    assert cards(package) == before
    assert project.held().notes["formula"].given == {1: TIME, 2: TIME, 3: TIME + 60}
