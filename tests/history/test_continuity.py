"""Each note and what learners have of it, and what would part the two."""

from dataclasses import replace

import pytest

from flashgen.history.lockfile import written
from flashgen.model.lock import ReleasedNote
from tests.conftest import DECK, FORMULA, HEAD, Project, Run

TIME = 1_790_000_000
ASK = "  - id: who\n    ask: Who wrote it?\n    answer: Kliuchevsky\n    page: 98\n"
PAIR = "  - id: pair\n    pair: [barshchina, '*trudodni*']\n    relation: parallel\n    because: owed\n    page: 96\n"
TERM = "  - id: term\n    term: dubinka\n    means: the cudgel of the state\n    page: 90\n"
RELEASED = FORMULA + ASK + PAIR + TERM


@pytest.fixture
def released(project: Project) -> Project:
    """Return a project with four released notes."""
    project.entries(RELEASED)
    project.build(TIME)
    return project


def note(project: Project, id: str) -> ReleasedNote:
    """Return a note of the lock."""
    return project.held().notes[id]


BREAKS = {
    "was an entry that is there": (RELEASED.replace("id: who", "id: who\n    was: formula"), "bad-was"),
    "was an id that nothing had": (RELEASED.replace("id: who", "id: someone\n    was: whom"), "bad-was"),
    "was one that is released apart": (
        (ASK + PAIR + TERM).replace("id: who", "id: who\n    was: formula"),
        "bad-was",
    ),
    "two that were the same": (
        FORMULA
        + PAIR
        + TERM
        + ASK.replace("id: who", "id: a\n    was: who")
        + ASK.replace("id: who", "id: b\n    was: who"),
        "bad-was",
    ),
    "another kind": (RELEASED.replace("ask: Who wrote it?\n    answer", "term: who\n    means"), "changed-kind"),
    "the sides of a pair": (RELEASED.replace("[barshchina, '*trudodni*']", "[trudodni, barshchina]"), "swapped-sides"),
    "the sides of a term": (
        RELEASED.replace(
            "term: dubinka\n    means: the cudgel of the state", "term: the cudgel of the state\n    means: dubinka"
        ),
        "swapped-sides",
    ),
}


@pytest.mark.parametrize(("entries", "rule"), BREAKS.values(), ids=BREAKS)
def test_what_would_part_a_note_from_its_history_is_a_problem(released: Project, entries: str, rule: str) -> None:
    released.entries(entries)
    assert [problem.split()[1] for problem in released.problems()] == [rule]


@pytest.mark.parametrize(
    "entries",
    [
        RELEASED.replace("[barshchina, '*trudodni*']", "['trudodni, days', barshchina]"),
        RELEASED.replace("term: dubinka\n    means: the cudgel of the state", "term: a cudgel\n    means: dubinka"),
    ],
)
def test_sides_that_change_places_are_seen_even_if_they_are_touched(released: Project, entries: str) -> None:
    released.entries(entries)
    assert [problem.split()[1] for problem in released.problems()] == ["swapped-sides"]


def test_ids_cannot_change_places_and_the_cure_costs_no_history(released: Project, run: Run) -> None:
    swapped = (
        RELEASED.replace("id: who", "id: x\n    was: pair").replace("id: pair", "id: who").replace("id: x", "id: pair")
    )
    released.entries(swapped)
    done = run("check", "-C", released.root)
    assert "delete was: and give this entry an unused id" in done.told


KEEPS = {
    "an answer that changed": RELEASED.replace("Kliuchevsky", "Vasily Kliuchevsky"),
    "a pair with another side": RELEASED.replace("[barshchina,", "[corvée,"),
    "a pair whose relation changed": RELEASED.replace("parallel", "contrast"),
    "an id that changed, with what it was": RELEASED.replace("id: who", "id: someone\n    was: who"),
    "an id that changed, without": RELEASED.replace("id: who", "id: someone"),
    "an entry that is gone": FORMULA,
}


@pytest.mark.parametrize("entries", KEEPS.values(), ids=KEEPS)
def test_what_keeps_each_note_with_its_history_is_none(released: Project, entries: str) -> None:
    released.entries(entries)
    assert released.problems() == []


def test_braces_that_are_words_are_compared_as_words(project: Project) -> None:
    project.entries(PAIR.replace("because: owed", r"because: as in \}\} and \{\{"))
    project.build(TIME)
    project.entries(
        PAIR.replace("because: owed", r"because: as in \}\}").replace(
            "[barshchina, '*trudodni*']", "[trudodni, barshchina]"
        )
    )
    assert [problem.split()[1] for problem in project.problems()] == ["swapped-sides"]


def test_a_lock_with_a_brace_too_many_is_read_as_far_as_it_goes(released: Project) -> None:
    lock = released.held()
    formula = lock.notes["formula"]
    spoilt = {**lock.notes, "formula": replace(formula, hidden="}} " + formula.hidden)}
    released.write("decks/small/deck.lock", written(replace(lock, notes=spoilt)))
    (text,) = released.deck().notes[0].fields
    assert text
    assert [deletion.number for deletion in text.deletions] == [1, 2]


def test_was_with_an_unknown_id_names_the_likeliest_of_those_that_vanished(released: Project, run: Run) -> None:
    released.entries((FORMULA + ASK + TERM).replace("id: who", "id: someone\n    was: pairs"))
    assert 'nothing was released as "pairs"' in run("check", "-C", released.root).told
    assert 'did you mean "pair"?' in run("check", "-C", released.root).told


def test_a_renamed_note_keeps_its_guid_and_its_old_id_is_taken_for_good(released: Project, run: Run) -> None:
    before = note(released, "who")
    released.entries(RELEASED.replace("id: who", "id: someone\n    was: who"))
    released.build(TIME + 1)
    assert note(released, "someone").guid == before.guid
    released.entries(RELEASED + ASK.replace("id: who", "id: someone"))
    done = run("check", "-C", released.root)
    assert 'the id "who" belongs to the history of "someone" [reused-id]' in done.told


def test_a_note_of_a_deck_whose_uid_changed_is_refused_with_the_old_uid(released: Project, run: Run) -> None:
    released.write("decks/small/deck.yaml", DECK.replace("uid: 0b8e", "uid: 0b8f"))
    done = run("check", "-C", released.root)
    assert "deck.yaml:2:6: error: the deck was released with another uid [changed-uid]" in done.told
    assert "restore uid: 0b8e2f3c-1d4a-4e56-8f70-123456789abc" in done.told


def test_a_deck_under_another_name_is_refused_with_the_old_name(released: Project, run: Run) -> None:
    released.write("decks/small/deck.yaml", DECK.replace("name: Small", "name: Large"))
    done = run("check", "-C", released.root)
    assert 'deck.yaml:1:7: error: the deck was released as "Small" [frozen-name]' in done.told


def test_of_two_decks_with_one_name_the_one_that_was_not_released_needs_another(released: Project) -> None:
    released.write("decks/another/deck.yaml", DECK.replace("0b8e", "1b8e"))
    released.write("decks/another/06-pattern.yaml", HEAD + FORMULA)
    assert [str(problem.place) for problem in released.read()[1]] == ["decks/another/deck.yaml:1:7"]


def test_two_decks_that_were_released_with_one_name_keep_it(released: Project, run: Run) -> None:
    released.write("decks/another/deck.yaml", DECK.replace("0b8e", "1b8e"))
    released.write("decks/another/06-pattern.yaml", HEAD + FORMULA)
    assert run("build", "another", "-C", released.root).code == 0
    assert run("check", "-C", released.root).code == 0


def test_an_entry_that_was_withdrawn_before_it_was_ever_released_is_not_released(project: Project) -> None:
    project.entries(FORMULA + ASK + "    withdrawn: It was wrong.\n")
    project.build(TIME)
    assert "who" not in project.held().notes


def test_an_entry_that_vanished_stays_withdrawn_in_later_releases(released: Project) -> None:
    released.entries(FORMULA + PAIR + TERM)
    released.build(TIME + 1)
    released.entries(FORMULA + PAIR + TERM.replace("cudgel", "club"))
    released.build(TIME + 2)
    gone = note(released, "who")
    assert (gone.withdrawn, gone.time) == (True, TIME + 1)
    assert "small::withdrawn" in gone.tags


def test_a_chapter_built_alone_withdraws_what_vanished_from_it_and_nothing_else(project: Project) -> None:
    first = "chapter: V\ntitle: First\nentries:\n"
    project.entries(ASK + PAIR, "05-first.yaml", first)
    project.entries(FORMULA + TERM)
    project.build(TIME)
    project.entries(PAIR, "05-first.yaml", first)
    project.entries(FORMULA)
    project.build(TIME + 1, "V")
    assert [note(project, id).withdrawn for id in ("who", "term")] == [True, False]


def test_a_note_that_moves_into_a_new_chapter_does_not_draw_the_new_ones_into_its_deck(project: Project) -> None:
    project.entries(FORMULA + ASK + TERM)
    project.build(TIME)
    project.entries(FORMULA)
    project.entries(ASK + PAIR, "05-first.yaml", "chapter: V\ntitle: First\nentries:\n")
    project.build(TIME + 1)
    assert [note(project, id).deck for id in ("who", "pair")] == ["Small::02 The older pattern", "Small::01 First"]
    project.build(TIME + 2, "V")
    assert (project.root / "dist/small-05-first.apkg").stat().st_size
    assert note(project, "term").withdrawn is True


def test_a_vanished_note_belongs_to_the_chapter_it_was_released_in(project: Project) -> None:
    project.entries(FORMULA + ASK + TERM)
    project.build(TIME)
    project.entries(FORMULA)
    project.entries(ASK, "05-first.yaml", "chapter: V\ntitle: First\nentries:\n")
    project.build(TIME + 1, "V")
    assert note(project, "term").withdrawn is False


def test_a_chapter_with_another_numeral_keeps_its_deck(project: Project) -> None:
    project.entries(FORMULA + ASK)
    project.build(TIME)
    project.entries(FORMULA + ASK + TERM, head="chapter: V\ntitle: The older pattern\nentries:\n")
    project.build(TIME + 1)
    assert note(project, "term").deck == "Small::02 The older pattern"


def test_a_new_note_of_a_retitled_chapter_joins_the_deck_of_the_others(released: Project) -> None:
    released.entries(RELEASED + ASK.replace("who", "new"), head="chapter: VI\ntitle: Retitled\nentries:\n")
    released.build(TIME + 1)
    assert note(released, "new").deck == note(released, "who").deck == "Small::02 The older pattern"
