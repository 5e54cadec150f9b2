"""Where new learners meet a note."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.history.order import _placed, card_due
from flashgen.model.lock import ReleasedNote
from tests.conftest import DECK, Project

TIME = 1_790_000_000


def ask(id: str) -> str:
    """Return an entry."""
    return f"  - id: {id}\n    ask: Who wrote {id}?\n    answer: Kliuchevsky\n    page: 98\n"


def dues(project: Project, *ids: str, time: int = TIME) -> list[int]:
    """Release entries in this order, and return their positions."""
    project.entries("".join(map(ask, ids)))
    project.build(time)
    notes = project.held().notes
    return [notes[id].due for id in ids]


def test_notes_stand_in_book_order_a_hundred_apart(project: Project) -> None:
    a, b, c = dues(project, "a", "b", "c")
    assert (b - a, c - b) == (100, 100)


def test_a_note_that_comes_between_moves_no_other(project: Project) -> None:
    a, c = dues(project, "a", "c")
    assert dues(project, "a", "b", "c", time=TIME + 1) == [a, (a + c) // 2, c]


def test_a_note_that_moves_goes_alone(project: Project) -> None:
    a, b, c, d = dues(project, "a", "b", "c", "d")
    found = dues(project, "d", "a", "b", "c", time=TIME + 1)
    assert found[1:] == [a, b, c]
    assert found[0] < a < d


def test_where_no_room_is_left_all_move(project: Project) -> None:
    ids = ["a", "z"]
    for time in range(8):
        ids.insert(1, f"m{time}")
        found = dues(project, *ids, time=TIME + time)
        assert found == sorted(set(found))


def by_tier(project: Project, *ids: str, new_cards: str = "", time: int = TIME) -> list[str]:
    """Release entries of two chapters, of which `c…` are of the core, and return their ids by their positions."""
    project.write("decks/small/deck.yaml", DECK + new_cards)
    for file, section in (("05-first.yaml", "V"), ("06-pattern.yaml", "VI")):
        chosen = [id for id in ids if id.endswith(section)]
        entries = [ask(id) + ("    tier: core\n" if id.startswith("c") else "") for id in map(str.lower, chosen)]
        project.entries("".join(entries), file, f"chapter: {section}\ntitle: A\nentries:\n")
    project.build(time)
    lock = project.deck().lock
    return [id for _, id in sorted((note.due, note.id) for note in lock.notes.values())]


FILED = ("aV", "cV", "bV", "aVI", "cVI", "c2-VI")


def test_without_a_word_the_core_stands_where_it_is_written(project: Project) -> None:
    assert by_tier(project, *FILED) == ["av", "cv", "bv", "avi", "cvi", "c2-vi"]
    assert by_tier(project, *FILED, new_cards="new_cards: in order\n") == ["av", "cv", "bv", "avi", "cvi", "c2-vi"]


def test_the_core_comes_first_in_each_chapter_and_before_the_rest_of_all_chapters(project: Project) -> None:
    found = by_tier(project, *FILED, new_cards="new_cards: core first\n")
    assert found == ["cv", "cvi", "c2-vi", "av", "bv", "avi"]


def test_an_author_may_change_the_order_of_new_cards_at_any_time(project: Project) -> None:
    order = by_tier(project, *FILED)
    changed = by_tier(project, *FILED, new_cards="new_cards: core first\n", time=TIME + 60)
    lock = project.deck().lock
    assert changed == ["cv", "cvi", "c2-vi", "av", "bv", "avi"]
    assert {note.time for note in lock.notes.values()} == {TIME}
    assert by_tier(project, *FILED, time=TIME + 120) == order


@pytest.mark.parametrize(("due", "whole"), [(100, 2101), (997_998, 999_999), (999_998, 999_999)])
def test_a_whole_list_stands_20_notes_behind_its_items_where_anki_leaves_it(due: int, whole: int) -> None:
    note = ReleasedNote("marks", "", "List", "", due, 1, {}, (), (1, 2, 3))
    assert [card_due(note, number) for number in note.cards] == [whole, due, due]


POSITIONS = st.lists(st.integers(0, 60), max_size=40)


@given(POSITIONS)
def test_whatever_the_old_positions_the_new_ones_stand_in_order_within_bounds(old: list[int]) -> None:
    found = _placed(old, 0, 60)
    assert found == sorted(set(found))
    assert all(0 < position < 60 for position in found)


def test_a_section_with_more_notes_than_places_keeps_its_order() -> None:
    found = _placed([0] * 100, 0, 60)
    assert found == sorted(found)
    assert max(found) == 59


@given(st.lists(st.integers(1, 59), unique=True, max_size=20).map(sorted))
def test_positions_in_order_all_stay(old: list[int]) -> None:
    assert _placed(old, 0, 60) == old
