"""Findings that an author lets stand, and why."""

import pytest

from flashgen.pipeline import checked_decks
from tests.conftest import DECK, FORMULA, HEAD, Project

WRONG = """\
  - id: first
    ask: Who said so?
    answer: Malenkov
    page: 98
  - id: second
    ask: Who said so then?
    answer: Malenkov
    page: 98
"""
ALLOW = "# flashgen: allow not-on-page -- the print has a slip"
SECOND = "06-pattern.yaml:10:13 not-on-page"
FIRST = "06-pattern.yaml:6:13 not-on-page"


def above(line: str, comment: str) -> str:
    """Return the entries with a line above one of theirs."""
    return WRONG.replace(line, f"{comment}\n{line}", 1)


ALLOWED = {
    "right above an entry": (above("  - id: first", f"  {ALLOW}"), ["06-pattern.yaml:11:13 not-on-page"]),
    "behind a value": (WRONG.replace("Malenkov", f"Malenkov  {ALLOW}", 1), [SECOND]),
    "on a line of its own": (above("    answer", f"    {ALLOW}"), ["06-pattern.yaml:11:13 not-on-page"]),
    "above another comment": (above("  - id: second", f"  {ALLOW}\n  # more"), [FIRST]),
    "below the last entry": (WRONG + f"  {ALLOW}\n", [FIRST]),
}


@pytest.mark.parametrize(("entries", "left"), ALLOWED.values(), ids=ALLOWED)
def test_an_allow_lets_the_findings_of_its_own_entry_stand_and_no_others(
    project: Project, entries: str, left: list[str]
) -> None:
    project.entries(entries)
    assert project.problems(project.texts()) == left


AMISS = {
    "no reason": (
        "# flashgen: allow not-on-page",
        ["06-pattern.yaml:5:5 bad-allow", "06-pattern.yaml:7:13 not-on-page"],
    ),
    "no rule": ("# flashgen: allow", ["06-pattern.yaml:5:5 bad-allow", "06-pattern.yaml:7:13 not-on-page"]),
    "an unknown rule": (
        "# flashgen: allow no-on-page -- a slip",
        ["06-pattern.yaml:5:5 needless-allow", "06-pattern.yaml:7:13 not-on-page"],
    ),
    "a rule that finds nothing": (
        "# flashgen: allow same-id -- why not",
        ["06-pattern.yaml:5:5 needless-allow", "06-pattern.yaml:7:13 not-on-page"],
    ),
}


@pytest.mark.parametrize(("comment", "found"), AMISS.values(), ids=AMISS)
def test_an_allow_that_does_nothing_is_a_finding(project: Project, comment: str, found: list[str]) -> None:
    project.entries(WRONG.partition("  - id: second")[0].replace("    ask", f"    {comment}\n    ask"))
    assert project.problems(project.texts(), "needless-allow") == found


def test_an_allow_above_all_entries_is_a_finding(project: Project) -> None:
    project.entries(
        "  - {id: x, ask: Who?, answer: Kliuchevsky, page: 98}\n", head=f"{ALLOW}\nchapter: VI\ntitle: T\nentries:\n"
    )
    assert project.problems() == ["06-pattern.yaml:1:1 bad-allow"]


def test_a_misspelt_rule_is_answered_with_the_nearest(project: Project) -> None:
    project.entries(WRONG.replace("    ask", "    # flashgen: allow sam-id -- x\n    ask", 1))
    assert [problem.hint for problem in checked_decks(project.root, ())[1] if problem.rule == "needless-allow"] == [
        'did you mean "same-id"?'
    ]


DECK_WIDE = {
    "of a rule that finds something": ("allow:\n  not-on-page: the print has slips\n", []),
    "of one that finds nothing": (
        "allow:\n  long-answer: why not\n",
        [FIRST, SECOND, "deck.yaml:8:3 needless-allow"],
    ),
    "of an unknown rule": ("allow:\n  no-on-page: slips\n", [FIRST, SECOND, "deck.yaml:8:3 needless-allow"]),
    "without a reason": ("allow:\n  not-on-page: ''\n", [FIRST, SECOND, "deck.yaml:8:16 blank"]),
    "with a list of reasons": ("allow:\n  not-on-page: [a]\n", [FIRST, SECOND, "deck.yaml:8:16 wrong-type"]),
    "of a rule twice": (
        "allow:\n  not-on-page: slips\n  not-on-page: more slips\n",
        ["deck.yaml:9:3 repeated-key"],
    ),
    "that is a list": ("allow: [not-on-page]\n", [FIRST, SECOND, "deck.yaml:7:8 wrong-type"]),
    "that is blank": ("allow:\n", [FIRST, SECOND, "deck.yaml:7:7 wrong-type"]),
    "of nothing": ("allow: {}\n", [FIRST, SECOND]),
}


@pytest.mark.parametrize(("allow", "found"), DECK_WIDE.values(), ids=DECK_WIDE)
def test_an_allow_for_the_whole_deck(project: Project, allow: str, found: list[str]) -> None:
    project.entries(WRONG)
    project.write("decks/small/deck.yaml", DECK + allow)
    assert project.problems(project.texts(), "needless-allow") == found


NOTHING = 'nothing to allow: "{}" finds nothing in this deck'
ADVICE = {
    "a misspelt rule": ("sam-id", 'did you mean "same-id"?'),
    "a needless one": ("long-answer", "delete the line"),
    "no rule's name": ("not on page", 'did you mean "not-on-page"?'),
}


@pytest.mark.parametrize(("rule", "hint"), ADVICE.values(), ids=ADVICE)
def test_a_needless_allow_for_the_whole_deck_is_answered_with_a_cure(project: Project, rule: str, hint: str) -> None:
    project.write("decks/small/deck.yaml", f"{DECK}allow:\n  {rule}: why\n")
    (found,) = checked_decks(project.root, ())[1]
    assert (found.message, found.severity, found.hint) == (NOTHING.format(rule), "warning", hint)


def test_one_deck_allows_nothing_in_another(project: Project) -> None:
    project.entries(WRONG)
    project.write("decks/small/deck.yaml", f"{DECK}allow:\n  not-on-page: slips\n")
    project.write("decks/other/deck.yaml", DECK.replace("Small", "Other").replace("0b8e", "1b8e"))
    project.write("decks/other/07-other.yaml", HEAD + WRONG.partition("  - id: second")[0])
    assert project.problems(project.texts()) == ["07-other.yaml:6:13 not-on-page"]


def test_where_something_cannot_be_read_no_allow_is_called_needless(project: Project) -> None:
    project.write("decks/small/deck.yaml", f"{DECK}allow:\n  long-answer: the terms are long\n")
    assert project.problems(rule="needless-allow") == ["deck.yaml:8:3 needless-allow"]
    project.write("decks/small/07-broken.yaml", "chapter: 'VI\n")
    found = project.problems(rule="needless-allow")
    assert "07-broken.yaml:1:10 yaml-syntax" in found
    assert not any("needless-allow" in problem for problem in found)


STUBBORN = ("same-id", "page-out-of-range", "missing-image", "unknown-key")


@pytest.mark.parametrize("rule", STUBBORN)
def test_what_would_break_a_build_or_shows_in_reading_cannot_be_allowed(project: Project, rule: str) -> None:
    project.write("decks/small/deck.yaml", f"{DECK}allow:\n  {rule}: why not\n")
    (found,) = checked_decks(project.root, ())[1]
    assert found.message == f'"{rule}" cannot be allowed'
    assert found.hint == "fix what it finds, and delete the line"


def test_a_build_stops_at_what_cannot_be_allowed(project: Project) -> None:
    comment = "    # flashgen: allow page-out-of-range -- why not\n"
    project.write("decks/small/deck.yaml", f"{DECK}allow:\n  page-out-of-range: why not\n")
    project.entries(FORMULA.replace("98", "198") + comment)
    assert [problem.rule for problem in project.read()[1]] == ["page-out-of-range"]


def test_without_the_text_an_allow_of_what_needs_it_is_not_needless(project: Project) -> None:
    project.entries(above("    answer", f"    {ALLOW}"))
    assert project.problems() == []


def test_an_allow_at_the_end_of_an_entry_belongs_to_that_and_not_to_the_next(project: Project) -> None:
    project.entries(WRONG.replace("  - id: second", f"    {ALLOW}\n  - id: second"))
    assert project.problems(project.texts()) == ["06-pattern.yaml:11:13 not-on-page"]


@pytest.mark.parametrize(
    "value",
    [f">-\n      Who said so?\n      {ALLOW}", f"'Who said so? {ALLOW}'", f'"Who said so? {ALLOW}"'],
)
def test_what_is_part_of_a_text_is_no_allow(project: Project, value: str) -> None:
    project.entries(WRONG.partition("  - id: second")[0].replace("Who said so?", value, 1))
    assert any(problem.endswith("not-on-page") for problem in project.problems(project.texts()))


def test_an_allow_beside_one_that_is_part_of_a_text_counts(project: Project) -> None:
    written = WRONG.replace("Who said so?", f"'Who said so? {ALLOW}'", 1)
    project.entries(written.replace("Who said so then?", f"Who said so then?  {ALLOW}"))
    assert project.problems(project.texts()) == [FIRST]


def test_an_allow_in_a_file_whose_entries_are_lists_is_read(project: Project) -> None:
    listed = "  - id: list\n    list: Two who said so\n    items: [Malenkov, Miliukov]\n    page: 98\n"
    project.entries(listed.replace("    page", f"    {ALLOW}\n    page"))
    assert project.problems(project.texts()) == []
