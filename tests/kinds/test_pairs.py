"""How a pair is asked: for each relation, with and without what the pair is about."""

import pytest

from tests.conftest import Project
from tests.kinds.made import made, told

PAIRS = {
    ("parallel", ""): (
        "What is the parallel to A?",
        "What is the parallel to B?",
        "In what are A and B parallel?",
    ),
    ("parallel", "about: the village\n"): (
        "The village: what is the parallel to A?",
        "The village: what is the parallel to B?",
        "The village: in what are A and B parallel?",
    ),
    ("contrast", ""): (
        "What is contrasted with A?",
        "What is contrasted with B?",
        "What is the contrast between A and B?",
    ),
    ("contrast", "about: the village\n"): (
        "The village: what is contrasted with A?",
        "The village: what is contrasted with B?",
        "The village: what is the contrast between A and B?",
    ),
    ("cause", ""): (
        "What did A bring about?",
        "What brought about B?",
        "How did A bring about B?",
    ),
    ("cause", "about: the village\n"): (
        "The village: what did A bring about?",
        "The village: what brought about B?",
        "The village: how did A bring about B?",
    ),
    ("continuity", ""): (
        "What carried on A?",
        "What did B carry on?",
        "In what was A carried on by B?",
    ),
    ("continuity", "about: the village\n"): (
        "The village: what carried on A?",
        "The village: what did B carry on?",
        "The village: in what was A carried on by B?",
    ),
    ("renaming", ""): (
        "What was A renamed?",
        "What was B called before?",
        "What did it mean to rename A B?",
    ),
    ("renaming", "about: the village\n"): (
        "The village: what was A renamed?",
        "The village: what was B called before?",
        "The village: what did it mean to rename A B?",
    ),
}


@pytest.mark.parametrize(
    ("pair", "questions"), PAIRS.items(), ids=lambda said: " ".join(said) if len(said) == 2 else ""
)
def test_a_pair_is_asked_from_each_side_and_for_its_bond(
    pair: tuple[str, str], questions: tuple[str, str, str], project: Project
) -> None:
    relation, about = pair
    note = made(project, f"pair: [A, B]\nrelation: {relation}\n{about}because: both are owed")
    from_left, from_right, bond = questions
    assert told(note) == {
        "Question": bond,
        "Question from the left": from_left,
        "Question from the right": from_right,
        "Left": "A",
        "Right": "B",
        "Because": "both are owed",
    }
    assert note.ordinals == (0, 1, 2)


OWN = {
    "asks: [What from A?, What from B?]\n": ("What from A?", "What from B?", "In what are A and B parallel?"),
    "asks: [What from A?, What from B?]\nabout: the village\n": (
        "What from A?",
        "What from B?",
        "The village: in what are A and B parallel?",
    ),
    "asks: [What from A?, What from B?, Why both?]\nabout: the village\n": (
        "What from A?",
        "What from B?",
        "Why both?",
    ),
}


@pytest.mark.parametrize(("asks", "questions"), OWN.items())
def test_a_pair_may_bring_its_own_questions(asks: str, questions: tuple[str, str, str], project: Project) -> None:
    note = made(project, f"pair: [A, B]\nrelation: parallel\n{asks}because: both are owed")
    shown = told(note)
    found = shown["Question from the left"], shown["Question from the right"], shown["Question"]
    assert found == questions
    assert note.ordinals == (0, 1, 2)


@pytest.mark.parametrize("asks", ["[What from A?]", "[a, b, c, d]"])
def test_a_pair_has_two_or_three_questions_of_its_own(asks: str, project: Project) -> None:
    project.entries(f"  - {{id: x, page: 98, pair: [A, B], relation: parallel, because: c,\n    asks: {asks}}}\n")
    (problem,) = project.read()[1]
    assert (str(problem.place), problem.rule) == ("decks/small/06-pattern.yaml:5:11", "wrong-length")
    assert problem.hint.startswith("write two, one from each side")


def test_the_back_of_each_side_has_both_in_the_written_order(project: Project) -> None:
    note = made(project, "pair: [A, B]\nrelation: cause\nbecause: c")
    assert [card.sides for card in note.asked] == [("Left", "Right"), ("Left", "Right"), ()]


def test_the_cards_of_a_pair_answer_with_the_other_side_and_the_reason(project: Project) -> None:
    note = made(project, "pair: [A, B]\nrelation: cause\nbecause: c")
    assert [(card.prompt, card.answer) for card in note.type.cards] == [
        (("Question from the left",), ("Right", "Because")),
        (("Question from the right",), ("Left", "Because")),
        (("Question",), ("Because",)),
    ]


def test_formulas_stay_formulas_in_the_questions_of_a_pair(project: Project) -> None:
    note = made(project, "pair: ['{}', '\\(b\\)']\nrelation: cause\nbecause: c\nabout: '\\(x\\)'")
    assert told(note)["Question"] == "⟦x⟧: how did {} bring about ⟦b⟧?"
