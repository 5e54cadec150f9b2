"""A problem stands where the author looks for it: at the key or at the first character of the value."""

from unicodedata import normalize

import pytest

from tests.conftest import Project

LIKE = "  - id: x\n    page: 98\n    ask: a\n    answer: b\n"
"""A good entry on lines 4 to 7; what a test adds begins on line 8."""

KEYS = {
    "block": ("    kay: c\n", "8:5"),
    "quoted": ('    "kay": c\n', "8:5"),
    "single quotes": ("    'kay' : c\n", "8:5"),
    "explicit": ("    ? kay\n    : c\n", "8:7"),
    "below a comment and an empty line": ("    # more\n\n    kay: c\n", "10:5"),
    "flow": ("  - {id: y, page: 98, ask: a, answer: b, kay: c}\n", "8:42"),
    "flow without a value": ("  - {id: y, page: 98, ask: a, answer: b, kay}\n", "8:42"),
    "flow over two lines": ("  - {id: y, page: 98, ask: a,\n    answer: b, kay: c}\n", "9:16"),
    "behind a long value": ("    hint: |\n      one\n      two\n    kay: c\n", "11:5"),
    "behind a folded plain value": ("    hint: one\n      two\n    kay: c\n", "10:5"),
    "behind wide letters": ("  - {id: y, page: 98, ask: 漢字😀é, answer: b, kay: c}\n", "8:45"),
    "behind composed accents": ("  - {id: y, page: 98, ask: éé, answer: b, kay: c}\n", "8:43"),
}

VALUES = {
    "plain": ("    note: c\n", "8:11"),
    "plain, far behind its key": ("    note:     c\n", "8:15"),
    "plain, on the next line": ("    note:\n      c\n", "9:7"),
    "behind a tab": ("    note:\tc\n", "8:11"),
    "single quotes": ("    note: 'c'\n", "8:11"),
    "double quotes": ('    note: "c"\n', "8:11"),
    "quotes over two lines": ('    note: "c\n      d"\n', "8:11"),
    "folded": ("    note: >-\n      c\n", "8:11"),
    "literal": ("    note: |\n      c\n", "8:11"),
    "behind a quoted key": ('    "note": c\n', "8:13"),
    "behind a spaced key": ("    note : c\n", "8:12"),
    "explicit": ("    ? note\n    : c\n", "9:7"),
    "nothing at all": ("    note:\n", "8:10"),
    "nothing but a comment": ("    note:  # none\n", "8:10"),
    "a flow list": ("    note: [[49]]\n", "8:12"),
    "a block list": ("    note:\n      - [49]\n", "9:9"),
    "a block list without indentation": ("    note:\n    - [49]\n", "9:7"),
    "flow keys": ("    note: {a: b}\n", "8:11"),
    "block keys": ("    note:\n      a: b\n", "9:7"),
    "in flow": ("  - {id: y, page: 98, ask: a, answer: b, note: c}\n", "8:48"),
    "in quoted flow": ('  - {"id":"y","page":"98","ask":"a","answer":"b","note":"c"}\n', "8:57"),
}

ENTRIES = {
    "below a dash": ("  - {id: y, page: 98}\n", "8:5 no-kind"),
    "behind two dashes": ("  - - id: y\n", "8:5 wrong-type"),
    "in flow": ("  - {id: y, page: 98}\n", "8:5 no-kind"),
    "on the next line": ("  -\n    id: y\n    page: 98\n", "9:5 no-kind"),
    "a text": ("  -   page\n", "8:7 wrong-type"),
    "nothing": ("  -\n", "8:4 wrong-type"),
}


@pytest.mark.parametrize(("yaml", "place"), KEYS.values(), ids=KEYS)
def test_a_problem_of_a_key_stands_at_the_key(yaml: str, place: str, project: Project) -> None:
    project.entries(LIKE + yaml)
    assert project.problems() == [f"06-pattern.yaml:{place} unknown-key"]


@pytest.mark.parametrize(("yaml", "place"), VALUES.values(), ids=VALUES)
def test_a_problem_of_a_value_stands_at_its_first_character(yaml: str, place: str, project: Project) -> None:
    project.entries(LIKE + yaml)
    assert [problem.rpartition(" ")[0] for problem in project.problems()] == [f"06-pattern.yaml:{place}"]


@pytest.mark.parametrize(("yaml", "place"), ENTRIES.values(), ids=ENTRIES)
def test_a_problem_of_an_entry_stands_behind_its_dash(yaml: str, place: str, project: Project) -> None:
    project.entries(LIKE + yaml)
    assert project.problems() == [f"06-pattern.yaml:{place}"]


def test_accents_of_their_own_are_counted_with_their_letters(project: Project) -> None:
    yaml, place = KEYS["behind composed accents"]
    project.entries(LIKE + normalize("NFD", yaml))
    assert project.problems() == [f"06-pattern.yaml:{place} unknown-key"]


def test_a_byte_order_mark_moves_nothing(project: Project) -> None:
    project.write("decks/small/06-pattern.yaml", "\ufeffchaptre: VI\n")
    assert "06-pattern.yaml:1:1 unknown-key" in project.problems()


def test_a_path_is_told_from_the_root_with_slashes(project: Project) -> None:
    project.entries(LIKE + "    kay: c\n")
    assert str(project.read()[1][0].place) == "decks/small/06-pattern.yaml:8:5"
