"""Findings that an author lets stand, and why."""

import pytest

from flashgen.pipeline import checked_decks
from tests.conftest import Project

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


def test_without_the_text_an_allow_of_what_needs_it_is_not_needless(project: Project) -> None:
    project.entries(above("    answer", f"    {ALLOW}"))
    assert project.problems() == []
