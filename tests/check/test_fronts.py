"""Fronts of cards against one another."""

import pytest

from flashgen.check import limits
from flashgen.check.card import cards
from flashgen.pipeline import checked_decks
from tests.conftest import Project

TWICE = """\
  - id: first
    ask: Which reason did Tucker give for the growth of the state under early tsars?
    answer: war
    page: 98
  - id: second
    ask: {asked}
    answer: poverty
    page: 98
"""
RIVALS = {
    "the same": (
        "Which reason did Tucker give for the growth of the state under early tsars?",
        'a card of "first" has the same front: decks/small/06-pattern.yaml:4',
        "say in each prompt what sets it apart, or merge the two entries",
    ),
    "nearly the same": (
        "Which main reason did Tucker give for the growth of the state under early tsars?",
        'this front is nearly the same as one of "first": decks/small/06-pattern.yaml:4',
        "ask in another way, or begin with what differs",
    ),
}


@pytest.mark.parametrize(("asked", "message", "hint"), RIVALS.values(), ids=RIVALS)
def test_of_two_fronts_the_later_is_reported_and_the_earlier_named(
    asked: str, message: str, hint: str, project: Project
) -> None:
    project.entries(TWICE.format(asked=asked))
    (problem,) = checked_decks(project.root, ())[1]
    assert (problem.message, problem.hint, problem.place.line) == (message, hint, 9)


def test_equal_fronts_do_not_stop_a_build(project: Project) -> None:
    project.entries(TWICE.format(asked="Which reason did Tucker give for the growth of the state under early tsars?"))
    assert project.read()[1] == ()


def test_fronts_are_compared_across_chapters(project: Project) -> None:
    entries = TWICE.partition("  - id: second")
    project.entries(entries[0], "05-first.yaml", "chapter: V\ntitle: The first one\nentries:\n")
    project.entries("  - id: second" + entries[2].format(asked=RIVALS["the same"][0]))
    assert project.problems(rule="same-prompt") == ["06-pattern.yaml:5:10 same-prompt"]


@pytest.mark.parametrize(("gaps", "looked_at"), [(49, 49), (51, limits.CARDS), (500, limits.CARDS)])
def test_of_a_note_with_very_many_cards_only_the_first_are_looked_at(
    project: Project, gaps: int, looked_at: int
) -> None:
    project.entries(f"  - {{id: x, page: 98, cloze: '{'{{a}} ' * gaps}'}}\n")
    assert [card.number for card in cards(project.deck().notes[0])] == list(range(1, looked_at + 1))
