"""Each manual is put to the proof: its wrong example breaks the rule, its right one does not; and none is missing."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import flashgen
from flashgen.check.manual import Manual, manual, parsed, reason
from flashgen.check.rule import Rule
from flashgen.check.shelves import RULES
from tests.check.examples import found, is_of_files, laid_out, write
from tests.conftest import Project

SHOWN = tuple(rule for rule in RULES if manual(rule).wrong)
NO_TEXT_SHOWS = {
    "no-chapter",
    "not-utf-8",
    "too-long",
    "no-letter",
    "engine-error",
    "broken-image",
    "outside-link",
    "large-media",
    "missing-pages",
}
"""Rules about the bytes of a file, about a file that is not there, or about a reader's copy."""

HOUSE = Path(flashgen.__file__).parent
REPORTS = {"Problem", "report", "_report", "_problem"}
NAME = re.compile(r"[a-z]+(-[a-z0-9]+)*")


def after(folder: Path, rule: Rule, example: str) -> Project:
    """Return a project in which an example stands, after the releases that its manual tells of."""
    project = laid_out(folder)
    for time, released in enumerate(manual(rule).released, 1_790_000_000):
        write(project, released, rule.name)
        project.build(time)
    write(project, example, rule.name)
    return project


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.name)
def test_the_wrong_example_of_a_manual_breaks_its_rule(rule: Rule, tmp_path: Path) -> None:
    project = after(tmp_path, rule, manual(rule).wrong)
    all_found, _ = found(project, project.texts() if rule.compares_text else None)
    assert rule.name in all_found


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.name)
def test_the_right_example_of_a_manual_does_not_break_its_rule_and_makes_cards(rule: Rule, tmp_path: Path) -> None:
    right = manual(rule).right
    project = after(tmp_path, rule, right)
    all_found, errors = found(project, project.texts() if rule.compares_text else None)
    assert rule.name not in all_found
    assert is_of_files(right) or not errors


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_manual_says_the_fault_in_one_line_and_why_it_hurts_and_shows_both_ways(rule: Rule) -> None:
    told = manual(rule)
    assert re.fullmatch(r"[A-Z`][^\n]{9,119}\.", told.what)
    assert told.why
    assert bool(told.wrong) == bool(told.right) == (rule.name not in NO_TEXT_SHOWS)


def named_in(call: ast.Call) -> list[ast.expr]:
    """Return what may be the name of a rule in a call that reports something, or that keeps a tuple for it."""
    called = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if called == "append":
        return [one.elts[0] for one in call.args if isinstance(one, ast.Tuple)]
    return [*call.args[:3], *[one.value for one in call.keywords if one.arg == "rule"]] if called in REPORTS else []


def reported(path: Path) -> Iterator[str]:
    """Yield the names of rules that a module reports something by."""
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        for argument in named_in(call) if isinstance(call, ast.Call) else ():
            if isinstance(argument, ast.Constant) and NAME.fullmatch(str(argument.value)):
                yield str(argument.value)


PRINTED = {name for path in HOUSE.rglob("*.py") if path.parent.name != "cli" for name in reported(path)}


def test_each_name_that_a_finding_can_have_has_a_manual() -> None:
    assert {"blank", "unknown-key", "unbalanced-cloze", "broken-lock", "needless-allow", "same-id"} <= PRINTED
    assert PRINTED - {rule.name for rule in RULES} == set()


def test_each_rule_that_other_rooms_report_is_of_a_name_that_a_finding_can_have() -> None:
    assert {rule.name for rule in RULES if rule.is_reported} - PRINTED == set()


def test_a_rule_that_other_rooms_report_finds_nothing_in_a_deck_that_was_read(tmp_path: Path) -> None:
    deck = laid_out(tmp_path).deck()
    assert [problem for rule in RULES if rule.is_reported for problem in rule.check(deck)] == []


WHOLE = """\
A fault.

It hurts.

It hurts
again.

Released:

    a: 1

Released:

    a: 2

Wrong:

    a:
      - 3

Right:

    a: 4
"""

PARTS = {
    "all of them": (WHOLE, Manual("A fault.", "It hurts.\n\nIt hurts\nagain.", "a:\n  - 3", "a: 4", ("a: 1", "a: 2"))),
    "no example": ("A fault.\n\nIt hurts.\n", Manual("A fault.", "It hurts.")),
    "one line": ("A fault.", Manual("A fault.", "")),
    "nothing, as Python leaves with -OO": ("", Manual("", "")),
    "a heading inside of a line": ("A fault.\n\nNot Wrong: it", Manual("A fault.", "Not Wrong: it")),
}


@pytest.mark.parametrize(("docstring", "parts"), PARTS.values(), ids=PARTS)
def test_a_manual_is_read_in_parts(docstring: str, parts: Manual) -> None:
    assert parsed(docstring) == parts


POINTING = re.compile(
    r"(?:It|They|Its|Their|This|That|These|Those|Then|There|Here|Such|Otherwise|Instead)\b(?! version)"
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_reason_for_a_rule_is_one_sentence_that_stands_alone(rule: Rule) -> None:
    said = reason(rule.name)
    assert 30 <= len(said) <= 160
    assert not POINTING.match(said)
    assert not re.search(r"[.;:]$|\. |Wozniak|Matuschak|measured", said)
    assert said.count("(") == said.count(")")


def test_no_two_rules_have_one_reason() -> None:
    assert len({reason(rule.name) for rule in RULES}) == len(RULES)
