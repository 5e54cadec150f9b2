"""`flashgen explain`, as typed."""

import re
import sys
from io import StringIO

import pytest
from click.testing import CliRunner

from flashgen.check.manual import manual
from flashgen.check.shelves import RULES, SHELVES
from flashgen.cli.main import cli
from tests.conftest import Run


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_without_a_rule_it_lists_each_once_with_its_severity_and_what_it_finds(run: Run) -> None:
    done = run("explain")
    rows = [re.split(r"\s{2,}", line.strip()) for line in done.out.splitlines() if line.startswith("  ")]
    assert done.code == 0
    assert sorted(rows) == [[rule.name, rule.severity, manual(rule).what.removesuffix(".")] for rule in RULES]


def test_the_rules_are_listed_by_folder_those_about_cards_first(run: Run) -> None:
    cards, source, files, history, printing = re.split(r"\n\n(?=\w)", run("explain").out)
    assert cards.startswith("Cards\n  answer-in-prompt ")
    assert source.startswith("Source\n")
    assert "  no-source " in source
    assert "  yaml-syntax " in files
    assert "  same-id " in history
    assert "  no-letter " in printing


def test_on_a_terminal_no_row_is_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    monkeypatch.setattr(sys, "stdout", screen := Terminal())
    assert run("explain").code == 0
    shown = re.sub("\x1b[^m]*m", "", screen.getvalue()).splitlines()
    assert max(map(len, shown)) <= 70
    at = next(place for place, line in enumerate(shown) if "not-on-page" in line)
    assert shown[at + 1].startswith(" " * shown[at].index("Words"))


def test_on_a_narrow_terminal_what_a_rule_finds_is_below_it(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert "\n  bare-cloze (warning)\n      Too few words around a blank\n" in run("explain").out


def test_a_rule_has_its_manual(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert (
        run("explain", "unclear-cloze").out
        == """\
unclear-cloze (error)

A deletion that may be a released one in other words, or a new one.

If a new deletion took the number of an old one, its card would start with the
old one's reviews; if an old one took a new number, its reviews would be lost.
When a released deletion or list item is missing and the same entry has a new
one, only the author knows which it is: write the number. flashgen recognizes
corrections by itself: a typo, another spelling, a year, a few words more or
fewer.

Released

    cloze: The state {{swelled up}}, while the people of Russia grew lean under its weight.

Wrong

    cloze: The state {{waxed}} and {{throve}}, while the people of Russia grew lean under its weight.

Right

    cloze: The state {{c1::waxed}} and {{throve}}, while the people of Russia grew lean under its weight.
"""
    )


def test_a_manual_without_an_example_ends_with_why(run: Run) -> None:
    assert run("explain", "not-utf-8").out.endswith("Every editor can save a file as UTF-8.\n")


ALLOW = "To keep a finding, add a comment to the entry:\n\n    # flashgen: allow {} -- why\n"


@pytest.mark.parametrize("rule", ["long-answer", "not-on-page"])
def test_a_rule_that_an_entry_may_break_says_how_to_allow_it(rule: str, run: Run) -> None:
    assert run("explain", rule).out.endswith(ALLOW.format(rule))


@pytest.mark.parametrize("rule", ["same-id", "no-source", "unknown-key"])
def test_a_rule_that_no_entry_may_break_does_not(rule: str, run: Run) -> None:
    assert "allow" not in run("explain", rule).out


def test_a_misspelt_rule_is_wrong_usage_with_a_suggestion(run: Run) -> None:
    done = run("explain", "lng-answer")
    assert (done.code, done.out, done.told) == (2, "", 'error: no rule "lng-answer": did you mean "long-answer"?\n')


def test_an_unknown_rule_is_wrong_usage_and_names_the_list(run: Run) -> None:
    done = run("explain", "xyz")
    assert (done.code, done.told) == (2, 'error: no rule "xyz": run `flashgen explain` to list all rules\n')


def test_a_table_in_markdown_has_a_row_for_each_rule(run: Run) -> None:
    table = run("explain", "--format", "markdown").out
    assert "## Cards\n\n| rule | severity | finds |\n|---|---|---|\n" in table
    assert re.findall(r"^\| `([\w-]+)` \|", table, re.MULTILINE) == [
        rule.name for rule in [one for shelf in SHELVES for one in shelf.rules]
    ]
    cells = re.findall(r"\| (?:error|warning|note) \| (.*) \|$", table, re.MULTILINE)
    assert len(cells) == len(RULES)
    assert not any("|" in cell for cell in cells)


def test_a_manual_in_markdown_has_its_examples_in_fences(run: Run) -> None:
    said = run("explain", "--format", "markdown", "blank").out
    assert said.startswith("### `blank` (error)\n\nAn empty value.\n\n")
    assert 'Wrong:\n\n```yaml\nask: Who said that the state swelled up?\nanswer: ""\n```\n\nRight:\n\n```yaml\n' in said


@pytest.mark.parametrize(("no_color", "bold"), [("", True), ("1", False)])
def test_headings_are_bold_on_a_terminal_unless_the_user_turns_it_off(
    no_color: str, bold: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    said = CliRunner().invoke(cli, ["explain", "blank"], color=True).output
    assert ("\x1b[1mblank (error)\x1b[0m" in said, "\x1b" in said) == (bold, bold)
