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
        "      - '{}'\n".format(item.replace("'", "''")) for item in items
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
    "one deletion put into two": (
        "The state {{swelled}} {{up}}, while the people of Russia {{grew lean}} under its weight.",
        "The state «1 swelled» «3 up», while the people of Russia «2 grew lean» under its weight.",
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
    assert hints == [
        "write {{c1::throve}} if it asks what c1 asked, {{c3::throve}} if it is new",
        "write {{c1::waxed}} if it asks what c1 asked, {{c2::waxed}} if it is new",
    ]


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
    assert '"waxed" may be new, or a released deletion reworded: c1 "swelled up" [unclear-cloze]' in done.told
    assert "write {{c1::waxed}} if it asks what c1 asked, {{c2::waxed}} if it is new" in done.told
    project.entries(entry(unclear.replace("{{waxed", "{{c1::waxed")))
    (text,) = project.deck().notes[0].fields
    assert text
    assert shown(text.parts).startswith("The state «1 waxed» and «2 throve»")


CORRECTIONS = {
    "a typo": ("Kliuchevski", "Kliuchevsky"),
    "another transliteration": ("Kliuchevsky", "Klyuchevsky"),
    "a letter more": ("Tuchachevsky", "Tukhachevsky"),
    "a letter less in a short name": ("Austtria", "Austria"),
    "another letter in a short name": ("mitasis", "mitosis"),
    "two letters swapped in a short name": ("Autsralia", "Australia"),
    "two letters swapped at its end": ("meiossi", "meiosis"),
    "two slips in a long name": ("Kliutchefsky", "Kliuchevsky"),
    "a word more": ("Kliuchevsky", "Vasily Kliuchevsky"),
    "a word less": ("Vasily Kliuchevsky", "Kliuchevsky"),
    "a year": ("1928", "1929"),
    "a large figure": ("1,600 households", "1,700 households"),
    "an article": ("a state", "the state"),
    "emphasis": ("trudodni", "*trudodni*"),
    "other quotation marks": ("“state”", '"state"'),
    "capitals": ("NATO", "Nato"),
    "accents": ("Muller", "Müller"),
    "a German article": ("ein Zar", "der Zar"),
    "a Russian ending": ("трудодни", "трудодней"),
    "a Russian letter": ("Хрущев", "Хрущёв"),
    "Chinese words more": ("鴉片戰爭", "第一次鴉片戰爭"),
    "Japanese words more": ("レーニン", "ウラジーミル・レーニン"),
    "Hindi words less": ("हिन्दी भाषा", "हिन्दी"),
    "braces in a formula": (r"\(E = mc^2\)", r"\(E=mc^{2}\)"),
    "a sign": ("-5", "5"),
}


@pytest.mark.parametrize(("old", "new"), CORRECTIONS.values(), ids=CORRECTIONS)
def test_a_correction_leaves_the_number_and_does_not_ask(project: Project, old: str, new: str) -> None:
    text = "In this year {{%s}} was said to have been on everybody's mind."
    assert re.findall("«([0-9]+) ", after(project, text % old, text % new)) == ["1"]


@pytest.mark.parametrize(("old", "new"), CORRECTIONS.values(), ids=CORRECTIONS)
def test_a_corrected_item_keeps_its_number(project: Project, old: str, new: str) -> None:
    assert re.findall("[0-9]+(?= )", steps(project, ("first", old, "last"), ("first", new, "last"))[:9])[0] == "2"
    assert project.read()[1] == ()


ANSWERS = {
    "a figure": ("12", "13"),
    "another year": ("1682", "1725"),
    "a figure and its unit": ("25 million", "26 million"),
    "a synonym for one of two words": ("the whole country", "the entire country"),
    "one of three words": ("7 November 1917", "8 November 1917"),
    "the number of a war": ("World War I", "World War II"),
    "one of four Chinese words": ("十月革命", "二月革命"),
    "what is compared": ("x < 0", "x > 0"),
}


@pytest.mark.parametrize(("old", "new"), ANSWERS.values(), ids=ANSWERS)
def test_an_answer_with_something_in_common_is_corrected_where_the_question_is_the_same(
    project: Project, old: str, new: str
) -> None:
    text = "In this year {{%s}} was said to have been on everybody's mind."
    assert re.findall("«([0-9]+) ", after(project, text % old, text % new)) == ["1"]


@pytest.mark.parametrize(("old", "new"), ANSWERS.values(), ids=ANSWERS)
def test_in_a_list_where_nothing_tells_the_question_it_is_asked_for(project: Project, old: str, new: str) -> None:
    assert asked(project, ("first", old, "last"), ("first", new, "last")) == ["unclear-cloze"]


OTHERS = {
    "other words": ("the Duma", "cannon foundry"),
    "nothing in common but an article": ("the Duma", "the foundry"),
    "nothing in common but small words": ("of the Duma", "of the land"),
    "nothing in common but a German article": ("der Zar", "der Bauer"),
    "another country with a name like it": ("Austria", "Australia"),
    "another country that begins alike": ("Niger", "Nigeria"),
    "another process with a name like it": ("mitosis", "meiosis"),
    "another salt": ("chloride", "chlorate"),
    "other Russian words": ("царь", "воевода"),
    "other Chinese words": ("鴉片戰爭", "五四運動"),
    "nothing in common but a particle": ("戦争の原因", "革命の結果"),
    "other Japanese names": ("レーニン", "スターリン"),
    "other Korean names": ("레닌", "스탈린"),
    "another fraction": (r"\(\frac{1}{2}\)", r"\(\frac{3}{4}\)"),
    "another power": (r"\(x^2\)", r"\(x^3\)"),
    "another letter": (r"\(\alpha\)", r"\(\beta\)"),
    "other code": ("`print(x)`", "`return x`"),
    "another language with a letter in common": ("C++", "C#"),
    "another model": ("T-34", "T-26"),
    "a name with another number": ("w12 w13", "w14 w15"),
    "marks alone": ("*", "&"),
}


@pytest.mark.parametrize(("old", "new"), OTHERS.values(), ids=OTHERS)
def test_words_with_nothing_in_common_are_asked_for_wherever_they_stand(project: Project, old: str, new: str) -> None:
    text = "In this year {{%s}} was said to have been on everybody's mind."
    assert problems_after(project, text % old, text % new) == ["unclear-cloze"]


@pytest.mark.parametrize(("old", "new"), OTHERS.values(), ids=OTHERS)
def test_an_item_with_nothing_in_common_is_asked_for(project: Project, old: str, new: str) -> None:
    assert asked(project, ("first", old, "last"), ("first", new, "last")) == ["unclear-cloze"]


def test_two_deletions_put_into_one_leave_it_the_number_of_the_longer(project: Project) -> None:
    edited = "The state {{swelled up much more, while the people of Russia grew lean}} under its weight."
    assert (
        after(project, RELEASED.replace("up", "up much more"), edited)
        == "The state «1 swelled up much more, while the people of Russia grew lean» under its weight."
    )


def test_two_deletions_of_the_same_words_keep_their_places(project: Project) -> None:
    text = "The {{state}} swelled up, and it was the {{state}} that grew lean."
    edited = text.replace("lean", "lean in the end")
    assert (
        after(project, text, edited) == "The «1 state» swelled up, and it was the «2 state» that grew lean in the end."
    )


def test_braces_that_are_words_do_not_end_a_deletion(project: Project) -> None:
    text = r"The {{map of maps}} is written \(x^{y^{z}}\) and {{`a[b]`}} here."
    assert re.findall("«.*?»", after(project, text, text.replace("here", "there"))) == ["«1 map of maps»", "«2 `a[b]`»"]


MOVED = "Peter sent {{all the grown men}} to the north, and the others stayed behind on the land of their lords."


@pytest.mark.parametrize(
    "edited",
    [
        "The others stayed behind on {{the land}} of their lords, and Peter sent to the north {{the grown males}}.",
        "{{The others}} stayed behind on the land of their lords; {{adult males}} were sent north by Peter.",
    ],
)
def test_a_deletion_that_was_reworded_and_moved_beside_a_new_one_is_asked_for(project: Project, edited: str) -> None:
    assert problems_after(project, MOVED, edited) == ["unclear-cloze"]


def test_the_plan_says_what_to_write_for_it(project: Project, run: Run) -> None:
    project.entries(entry(MOVED))
    project.build(TIME)
    project.entries(
        entry("Peter sent {{north}} and elsewhere {{the grown males::who}}; the others stayed behind on the land.")
    )
    done = run("plan", "-C", project.root)
    assert (
        done.code,
        '"the grown males" may be new, or a released deletion reworded: c1 "all the grown men"' in done.told,
    ) == (
        1,
        True,
    )
    assert "write {{c1::the grown males::who}} if it asks what c1 asked, {{c2::the grown males::who}} if" in done.told


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (0, "card 3, reviews at risk: nothing of the released front or answer is left"),
        (1, "card 3 removed, reviews at risk"),
    ],
    ids=["the same", "another"],
)
def test_what_the_build_says_to_write_can_be_pasted_and_wants_consent(
    project: Project, run: Run, chosen: int, said: str
) -> None:
    project.entries(listed(*MARKS))
    project.build(TIME)
    project.entries(listed("poverty", "cannon foundry", "chauvinism"))
    (problem,) = project.read()[1]
    text = re.findall(r"'\{\{c[0-9]+::.*?\}\}'", problem.hint)[chosen]
    project.entries(listed("poverty", "cannon foundry", "chauvinism").replace("'cannon foundry'", text))
    done = run("build", "-C", project.root)
    assert (done.code, said in done.told) == (1, True)
    assert run("build", "--accept", "-C", project.root).code == 0
    assert text.strip("'") in project.lock()


def test_of_many_that_it_may_be_the_likest_come_first(project: Project) -> None:
    project.entries(listed("red", "green", "sky blue", "yellow", "black"))
    project.build(TIME)
    project.entries(listed("deep blue", "O'Hara's rose"))
    first, second = sorted(project.read()[1], key=lambda problem: problem.message)
    assert first.message == (
        '"O\'Hara\'s rose" may be new, or a released deletion reworded: c2 "red", c3 "green", c4 "sky blue" and 2 more'
    )
    assert first.hint.endswith("'{{c8::O''Hara''s rose}}' if it is new")
    assert second.message.endswith('reworded: c4 "sky blue", c2 "red", c3 "green" and 2 more')
    assert second.hint == "write '{{c4::deep blue}}' if it asks what c4 asked, '{{c7::deep blue}}' if it is new"


def test_a_deletion_between_two_that_are_as_like_is_asked_for(project: Project) -> None:
    assert asked(project, ("first", "1917", "last"), ("first", "1916", "1918", "last")) == ["unclear-cloze"] * 2


def test_an_inner_deletion_is_asked_for_and_the_outer_one_goes_on(project: Project, run: Run) -> None:
    project.entries(entry("The play is set in {{Elsinore {{in Denmark}}}}, and nowhere else."))
    project.build(TIME)
    project.entries(entry("The play is set in {{Elsinore {{on Zealand}}}}, and nowhere else."))
    hint = "write {{c2::on Zealand}} if it asks what c2 asked, {{c3::on Zealand}} if it is new"
    assert [problem.hint for problem in project.read()[1]] == [hint]


def test_what_could_be_read_before_is_no_released_deletion_in_other_words(project: Project) -> None:
    edited = "The state swelled up, while {{the people}} of Russia lost weight."
    assert after(project, RELEASED, edited) == "The state swelled up, while «3 the people» of Russia lost weight."


def asked(project: Project, *lists: tuple[str, ...]) -> list[str]:
    """Release each list in turn but the last, and return what is wrong with that."""
    for time, items in enumerate(lists[:-1], TIME):
        project.entries(listed(*items))
        project.build(time)
    project.entries(listed(*lists[-1]))
    return [problem.rule for problem in project.read()[1]]


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


FORMULA = r"\( {{a+b}} = \frac{ {{c}} }{d_{1}} \) holds."


@pytest.mark.parametrize(
    ("edited", "numbers"),
    [
        (r"\( e = {{a+b}} = \frac{ {{c}} }{d_{1}} \) holds.", r"⟦ e = «1 a+b» = \frac{ «2 c» }{d_{1}} ⟧ holds."),
        (
            r"\( {{x}} = {{a+b}} = \frac{ {{c}} }{d_{1}} \) holds.",
            "⟦ «3 x» = «1 a+b» = \\frac{ «2 c» }{d_{1}} ⟧ holds.",
        ),
        (r"\( \frac{{{c}}}{d_{1}} = {{a+b}} \) holds.", r"⟦ \frac{«2 c»}{d_{1}} = «1 a+b» ⟧ holds."),
        (
            r"\( {{a+b}} = \frac{ c }{d_{1}} \) holds, {{always}}.",
            r"⟦ «1 a+b» = \frac{ c }{d_{1}} ⟧ holds, «3 always».",
        ),
    ],
)
def test_deletions_in_formulas_keep_their_numbers(project: Project, edited: str, numbers: str) -> None:
    assert after(project, FORMULA, edited) == numbers


def test_a_number_by_hand_in_a_formula_that_another_deletion_has_is_refused(project: Project) -> None:
    assert problems_after(project, FORMULA, FORMULA.replace("{{c}}", "{{c1::c}}").replace("{{a+b}}", "{{a+b}}"))
