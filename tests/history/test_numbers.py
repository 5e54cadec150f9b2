"""Which number each deletion has after an edit of a released text: «1 …» is card 1."""

import re

import pytest

from tests.conftest import Project, Run
from tests.load.shown import shown

TIME = 1_790_000_000
RELEASED = "The state {{swelled up}}, while the people of Russia {{grew lean}} under its weight."


def entry(text: str) -> str:
    """Return a cloze entry."""
    return f"  - id: x\n    page: 98\n    cloze: >-\n      {text}\n"


def listed(*items: str) -> str:
    """Return a list entry."""
    return "  - id: x\n    page: 98\n    list: The marks\n    items:\n" + "".join(
        f"      - '{item}'\n" for item in items
    )


def after(project: Project, *texts: str) -> str:
    """Release each text in turn but the last, and return how that is numbered."""
    for time, text in enumerate(texts[:-1], TIME):
        project.entries(entry(text))
        project.build(time)
    project.entries(entry(texts[-1]))
    (text,) = project.deck().notes[0].fields
    assert text
    return shown(text.parts)


def problems_after(project: Project, *texts: str) -> list[str]:
    """Release each text in turn but the last, and return what is wrong with that."""
    for time, text in enumerate(texts[:-1], TIME):
        project.entries(entry(text))
        project.build(time)
    project.entries(entry(texts[-1]))
    return [problem.rule for problem in project.read()[1]]


EDITS = {
    "nothing": (RELEASED, "The state «1 swelled up», while the people of Russia «2 grew lean» under its weight."),
    "words in the open": (
        "A state {{swelled up}}, and the people of Russia {{grew lean}} under its weight.",
        "A state «1 swelled up», and the people of Russia «2 grew lean» under its weight.",
    ),
    "a word of a deletion": (
        "The state {{swelled}}, while the people of Russia {{grew lean}} under its weight.",
        "The state «1 swelled», while the people of Russia «2 grew lean» under its weight.",
    ),
    "all words of a deletion": (
        "The state {{waxed fat}}, while the people of Russia {{grew lean}} under its weight.",
        "The state «1 waxed fat», while the people of Russia «2 grew lean» under its weight.",
    ),
    "a new deletion in front": (
        "{{The state}} {{swelled up}}, while the people of Russia {{grew lean}} under its weight.",
        "«3 The state» «1 swelled up», while the people of Russia «2 grew lean» under its weight.",
    ),
    "a new deletion between": (
        "The state {{swelled up}}, while {{the people}} of Russia {{grew lean}} under its weight.",
        "The state «1 swelled up», while «3 the people» of Russia «2 grew lean» under its weight.",
    ),
    "the first deletion shown": (
        "The state swelled up, while the people of Russia {{grew lean}} under its weight.",
        "The state swelled up, while the people of Russia «2 grew lean» under its weight.",
    ),
    "the first deletion shown and another hidden": (
        "The state swelled up, while {{the people}} of Russia {{grew lean}} under its weight.",
        "The state swelled up, while «3 the people» of Russia «2 grew lean» under its weight.",
    ),
    "the parts in another order": (
        "The people of Russia {{grew lean}} under its weight, while the state {{swelled up}}.",
        "The people of Russia «2 grew lean» under its weight, while the state «1 swelled up».",
    ),
    "a number by hand that agrees": (
        "The state {{c1::swelled up}}, while the people of Russia {{grew lean}} under its weight.",
        "The state «1 swelled up», while the people of Russia «2 grew lean» under its weight.",
    ),
    "a number by hand for a new deletion": (
        "The state {{swelled up}}, while {{c9::the people}} of Russia {{grew lean}} under its weight.",
        "The state «1 swelled up», while «9 the people» of Russia «2 grew lean» under its weight.",
    ),
    "another case and mark": (
        "The state *{{Swelled up}}*, while the people of Russia {{grew lean}} under its weight.",
        "The state *«1 Swelled up»*, while the people of Russia «2 grew lean» under its weight.",
    ),
}


@pytest.mark.parametrize(("edited", "numbers"), EDITS.values(), ids=EDITS)
def test_an_edit_leaves_the_number_with_its_deletion(project: Project, edited: str, numbers: str) -> None:
    assert after(project, RELEASED, edited) == numbers


def test_the_number_of_a_removed_deletion_is_buried(project: Project) -> None:
    assert (
        after(
            project,
            RELEASED,
            "The state {{swelled up}}, while the people of Russia suffered under its weight.",
            "The state {{swelled up}}, while the people of {{Russia}} suffered under its weight.",
        )
        == "The state «1 swelled up», while the people of «3 Russia» suffered under its weight."
    )


def test_a_deletion_that_comes_back_as_it_was_has_its_number_again(project: Project) -> None:
    shown_once = RELEASED.replace("{{grew lean}}", "grew lean")
    assert after(project, RELEASED, shown_once, shown_once, RELEASED).count("«2 grew lean»") == 1


MARKS_ALONE = "In C, {{pointer}} is written {{*}} and the address is taken with {{&}}, {{ampersand}}."


@pytest.mark.parametrize(
    ("edited", "numbers"),
    [
        (MARKS_ALONE.replace("In C", "In the language C"), "«1 pointer» «2 *» «3 &» «4 ampersand»"),
        (MARKS_ALONE.replace("{{&}}, ", ""), "«1 pointer» «2 *» «4 ampersand»"),
        (MARKS_ALONE.replace("{{*}}", "{{a star}}"), "«1 pointer» «2 a star» «3 &» «4 ampersand»"),
        (MARKS_ALONE.replace("In C", "{{In}} C"), "«5 In» «1 pointer» «2 *» «3 &» «4 ampersand»"),
    ],
)
def test_deletions_of_nothing_but_marks_keep_their_numbers(project: Project, edited: str, numbers: str) -> None:
    assert " ".join(re.findall("«.*?»", after(project, MARKS_ALONE, edited))) == numbers


TWINS = "The {{c1::state}} swelled up; the {{c1::people}} of the whole country grew lean."


def test_one_of_two_deletions_of_a_card_can_get_a_card_of_its_own(project: Project) -> None:
    edited = TWINS.replace("{{c1::people", "{{c2::people")
    assert after(project, TWINS, edited) == "The «1 state» swelled up; the «2 people» of the whole country grew lean."


def test_two_deletions_of_a_card_stay_together_without_a_number(project: Project) -> None:
    edited = TWINS.replace("c1::", "").replace("whole", "entire")
    assert after(project, TWINS, edited) == "The «1 state» swelled up; the «1 people» of the entire country grew lean."


def test_each_of_two_unclear_deletions_is_offered_a_number_of_its_own(project: Project) -> None:
    project.entries(entry("The state {{swelled up}}, while the people of Russia grew lean under its weight."))
    project.build(TIME)
    project.entries(entry("The state {{waxed}} and {{throve}}, while the people of Russia grew lean under its weight."))
    hints = sorted(problem.hint for problem in project.read()[1])
    assert ["{{c2::…}} if it asks something new" in hints[0], "{{c3::…}} if it asks something new" in hints[1]] == [
        True
    ] * 2


def test_a_formula_keeps_its_number_and_its_braces(project: Project) -> None:
    text = r"Let {{\(x^{y^{2}}\)}} be {{given}}."
    assert after(project, text, text.replace("Let", "May")) == "May «1 ⟦x^{y^{2}}⟧» be «2 given»."


REFUSED = {
    "numbers that changed places": (
        RELEASED.replace("{{sw", "{{c2::sw").replace("{{gr", "{{c1::gr"),
        ["renumbered-cloze"],
    ),
    "the number of what is shown now": (
        RELEASED.replace("{{swelled up}}", "swelled up").replace("the people", "{{c1::the people}}"),
        ["reused-cloze"],
    ),
    "two reworded side by side": (
        "The state {{waxed}} {{enormously}}, while the people of Russia {{grew lean}} under its weight.",
        ["unclear-cloze"],
    ),
    "all but the deletions reworded, and those as well": ("An {{elephant}} met a {{mouse}}.", ["unclear-cloze"]),
}


@pytest.mark.parametrize(("edited", "rules"), REFUSED.values(), ids=REFUSED)
def test_what_would_put_history_on_another_fact_is_refused(project: Project, edited: str, rules: list[str]) -> None:
    assert sorted(set(problems_after(project, RELEASED, edited))) == rules


def test_a_buried_number_by_hand_is_refused(project: Project) -> None:
    gone = "The state {{swelled up}}, while the people of Russia suffered under its weight."
    assert problems_after(project, RELEASED, gone, gone.replace("suffered", "{{c2::suffered}}")) == ["reused-cloze"]


def test_a_number_that_another_deletion_keeps_is_refused(project: Project) -> None:
    edited = RELEASED.replace("The state", "{{c1::The state}}")
    assert problems_after(project, RELEASED, edited) == ["reused-cloze"]


def test_where_it_is_not_plain_which_is_which_the_build_asks_for_the_number(project: Project, run: Run) -> None:
    project.entries(entry("The state {{swelled up}}, while the people of Russia grew lean under its weight."))
    project.build(TIME)
    unclear = "The state {{waxed}} and {{throve}}, while the people of Russia grew lean under its weight."
    project.entries(entry(unclear))
    done = run("build", "-C", project.root)
    assert done.code == 1
    assert '"waxed" may be new, or one that was released: c1 "swelled up" [unclear-cloze]' in done.err
    assert "write {{c1::…}} if it asks what c1 asked, {{c2::…}} if it asks something new" in done.err
    project.entries(entry(unclear.replace("{{waxed", "{{c1::waxed")))
    (text,) = project.deck().notes[0].fields
    assert text
    assert shown(text.parts).startswith("The state «1 waxed» and «2 throve»")


def steps(project: Project, *lists: tuple[str, ...]) -> str:
    """Release each list in turn but the last, and return the numbers of its items."""
    for time, items in enumerate(lists[:-1], TIME):
        project.entries(listed(*items))
        project.build(time)
    project.entries(listed(*lists[-1]))
    (note,) = project.deck().notes
    named = dict(zip(note.type.fields, note.fields, strict=True))
    found = [text for name, text in named.items() if name.startswith("Step") and text]
    return " ".join(f"{text.deletions[0].number} {shown(text.deletions[0].parts)}" for text in found)


MARKS = ("poverty", "fear", "chauvinism")


@pytest.mark.parametrize(
    ("items", "numbers"),
    [
        (MARKS, "2 poverty 3 fear 4 chauvinism"),
        (("stratification", *MARKS), "5 stratification 2 poverty 3 fear 4 chauvinism"),
        (("poverty", "stratification", "fear", "chauvinism"), "2 poverty 5 stratification 3 fear 4 chauvinism"),
        (("chauvinism", "poverty", "fear"), "4 chauvinism 2 poverty 3 fear"),
        (("poverty", "chauvinism"), "2 poverty 4 chauvinism"),
        (("poverty", "constant fear", "chauvinism"), "2 poverty 3 constant fear 4 chauvinism"),
        (("{{c3::fear}}", "poverty", "{{c9::rank}}"), "3 fear 2 poverty 9 rank"),
    ],
)
def test_an_item_keeps_its_number_wherever_it_goes(project: Project, items: tuple[str, ...], numbers: str) -> None:
    assert steps(project, MARKS, items) == numbers


def test_a_removed_items_number_is_never_given_again(project: Project) -> None:
    assert steps(project, MARKS, MARKS[:2], (*MARKS[:2], "rank")) == "2 poverty 3 fear 5 rank"
