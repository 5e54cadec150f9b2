"""Decks are learned in the order of the files, whatever their sections are and whenever they were released."""

from decimal import Decimal
from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.history.decknumber import _between
from tests.anki.conftest import Anki
from tests.conftest import FORMULA, Project

TIME = count(1_790_000_000)


def write(project: Project, files: dict[str, tuple[str, str]]) -> None:
    """Write the chapters of a deck, each with a section and a title, and an entry of its own; all others go."""
    for file in (project.root / "decks/small").glob("0*.yaml"):
        file.unlink()
    for stem, (section, title) in files.items():
        entry = f"  - {{id: in-{stem}, ask: 'Who wrote {stem}?', answer: Kliuchevsky, page: 98}}\n"
        project.entries(entry, f"{stem}.yaml", f"chapter: {section}\ntitle: {title}\nentries:\n")


def names(project: Project, *chapters: str) -> list[str]:
    """Release a deck, or some chapters, and return the names of the chapters' decks in the order of the files."""
    project.build(next(TIME), *chapters)
    deck = project.deck()
    return [deck.lock.notes[note.id].deck.removeprefix("Small::") for note in deck.notes if note.id in deck.lock.notes]


FIRST = {
    "a file a section": ({"01": ("V", "First"), "02": ("VI", "Second")}, ["01 First", "02 Second"]),
    "a section left out": ({"02": ("VI", "Second")}, ["02 Second"]),
    "two files of a section": (
        {"01": ("V", "First"), "02": ("VI", "The peasants"), "03": ("VI", "The army")},
        ["01 First", "02.1 The peasants", "02.2 The army"],
    ),
    "ten files of a section": (
        {f"0{n:02}": ("VI", f"Part {n}") for n in range(1, 11)},
        [f"02.{n:02} Part {n}" for n in range(1, 11)],
    ),
    "files in another order than the sections": (
        {"01": ("VI", "Second"), "02": ("V", "First"), "03": ("VI", "Again")},
        ["01 Second", "02 First", "03 Again"],
    ),
}


@pytest.mark.parametrize(("files", "expected"), FIRST.values(), ids=FIRST)
def test_the_numbers_of_decks_follow_the_files(
    files: dict[str, tuple[str, str]], expected: list[str], project: Project, anki: Anki
) -> None:
    write(project, files)
    assert names(project) == expected
    anki.take(project.root / "dist/small.apkg")
    assert anki.tree()[1:] == [f"Small::{name}" for name in expected]


LATER = {
    "behind the only file of its section": ({"02": ("VI", "B")}, {"03": ("VI", "A")}, ["02 B", "02.2 A"]),
    "before the only file of its section": ({"02": ("VI", "B")}, {"01": ("VI", "C")}, ["01 C", "02 B"]),
    "between two files of a section": (
        {"01": ("VI", "B"), "03": ("VI", "A")},
        {"02": ("VI", "C")},
        ["02.1 B", "02.15 C", "02.2 A"],
    ),
    "between two sections": ({"01": ("V", "A"), "03": ("VI", "B")}, {"02": ("V", "C")}, ["01 A", "01.2 C", "02 B"]),
    "out of the order of sections": (
        {"01": ("V", "A"), "02": ("VI", "B")},
        {"03": ("V", "C")},
        ["01 A", "02 B", "03 C"],
    ),
    "behind all, of an earlier section": (
        {"01": ("VI", "A")},
        {"02": ("V", "B")},
        ["02 A", "03 B"],
    ),
    "before all": ({"02": ("V", "A"), "03": ("VI", "B")}, {"01": ("VI", "C")}, ["00.5 C", "01 A", "02 B"]),
    "before all, twice": (
        {"03": ("V", "A")},
        {"01": ("V", "C"), "02": ("V", "B")},
        ["00.5 C", "00.7 B", "01 A"],
    ),
}


@pytest.mark.parametrize(("first", "more", "expected"), LATER.values(), ids=LATER)
def test_a_chapter_that_comes_later_gets_a_number_between_those_that_learners_have(
    first: dict[str, tuple[str, str]],
    more: dict[str, tuple[str, str]],
    expected: list[str],
    project: Project,
    anki: Anki,
) -> None:
    write(project, first)
    names(project)
    anki.take(project.root / "dist/small.apkg")
    write(project, first | more)
    assert names(project) == expected
    anki.take(project.root / "dist/small.apkg")
    assert anki.tree()[1:] == [f"Small::{name}" for name in expected]


def test_chapters_released_one_by_one_in_any_order_are_learned_in_that_of_the_files(
    project: Project, anki: Anki
) -> None:
    write(project, {"01": ("V", "Z"), "02": ("VI", "Y"), "03": ("VI", "X"), "04": ("VI", "W")})
    for chapter in ("03", "01", "04", "02"):
        named = names(project, f"{chapter}.yaml")
        anki.take(project.root / f"dist/small-{chapter}.apkg")
    assert [name.split()[-1] for name in named] == ["Z", "Y", "X", "W"]
    assert anki.tree()[1:] == [f"Small::{name}" for name in named]


def test_decks_that_changed_places_keep_their_numbers(project: Project) -> None:
    write(project, {"01": ("V", "A"), "02": ("VI", "B")})
    names(project)
    write(project, {"01": ("VI", "B"), "02": ("V", "A"), "03": ("VI", "C")})
    assert sorted(names(project)) == ["01 A", "02 B", "03 C"]


def test_new_cards_are_met_in_the_order_of_the_files_by_position_too(project: Project, anki: Anki) -> None:
    write(project, {"01": ("VI", "Second"), "02": ("V", "First"), "03": ("VI", "Again")})
    names(project)
    anki.take(project.root / "dist/small.apkg")
    assert [card.note().fields[0] for card in anki.cards()] == ["in-01", "in-02", "in-03"]


def test_a_retitled_deck_is_numbered_as_before(project: Project) -> None:
    project.entries(FORMULA)
    assert names(project) == ["02 The older pattern"]


@given(st.lists(st.integers(0, 5), max_size=30))
def test_there_is_always_a_number_between_two(gaps: list[int]) -> None:
    found = [Decimal(0), Decimal(1), Decimal(2)]
    for gap in gaps:
        place = min(gap, len(found) - 2)
        found.insert(place + 1, _between(found[place], found[place + 1]))
    assert all(one < other for one, other in pairwise(found))
    assert all(f"{one} " < f"{other} " for one, other in pairwise(found[1:]))
