"""What a newcomer reads: help texts, and what is said of a word that flashgen does not know."""

import re

import click
import pytest

from flashgen.cli.exam import SUMMARIES
from flashgen.cli.main import COMMANDS, cli
from flashgen.emit.paper.sheets.layouts import LAYOUTS
from flashgen.errors.suggestion import did_you_mean, suggested
from tests.conftest import Project, Run

EVERY = ([], *[[name] for name in COMMANDS], *[["exam", name] for name in SUMMARIES])
WIDTHS = (80, 200)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("command", EVERY, ids=" ".join)
def test_help_fits_the_terminal_and_ends_with_an_example_on_one_line(
    command: list[str], columns: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    *lines, example = run(*command, "--help").out.splitlines()
    assert re.fullmatch(" ".join(["  Example: flashgen", *command, ".+"]), example)
    assert len(example) <= 80
    assert [line for line in lines if len(line) > min(columns, 100)] == []
    assert not any(line.endswith(("...", "…")) for line in lines[1:])


@pytest.mark.parametrize("columns", WIDTHS)
def test_the_list_of_commands_says_all_that_their_help_says_first(
    columns: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    said = " ".join(run("--help").out.split())
    context = click.Context(cli)
    for name, summary in COMMANDS.items():
        command = cli.get_command(context, name)
        assert command
        assert f"{name} {summary}" in said
        assert (command.help or "").split("\n\n")[0] == summary


def test_the_layouts_are_listed_with_their_paper_and_sizes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    rows = run("sheets", "--help").out.split("Layouts:\n")[1].splitlines()
    listed = dict(row.split(maxsplit=1) for row in rows if row[2:3].strip())
    assert [layout.name for layout in LAYOUTS] == [name for name in listed if name != "Example:"]
    assert listed["a4-safe-8up"] == "A4: 8 cards of 95 × 69 mm"
    assert listed["a4-a6-4up"] == "A4 landscape: 4 cards of 148 × 105 mm"
    assert listed["avery-5388"] == "Letter: 3 cards of 127 × 76.2 mm, perforated (also avery-5386, avery-8388)"
    assert listed["list"] == "A4: prompts beside answers, on one side"


KNOWN = ("long-answer", "blank-answer", "avery-5388", "avery-5371", "02-the-course-of-the-revolution", "IX", "I", "12")
MEANT = {
    "a letter too few": ("lon-answer", 'did you mean "long-answer"?'),
    "capitals": ("LONG-ANSWER", 'did you mean "long-answer"?'),
    "the beginning of one": ("02", 'did you mean "02-the-course-of-the-revolution"?'),
    "the beginning of several": ("avery", 'did you mean "avery-5388" or "avery-5371"?'),
    "a word inside": ("revolution", 'did you mean "02-the-course-of-the-revolution"?'),
    "a word inside several": ("er-", ""),
    "another numeral": ("XI", ""),
    "another number": ("1", ""),
    "one letter": ("a", ""),
    "nothing of the kind": ("zzz", ""),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("word", "hint"), MEANT.values(), ids=MEANT)
def test_close_words_are_offered_and_numbers_are_not_taken_for_misspelled(word: str, hint: str) -> None:
    assert did_you_mean(word, KNOWN) == hint


def test_where_none_is_close_all_are_listed_once() -> None:
    assert suggested("XI", ("IX", "I", "IX")) == "available: IX, I"
    assert suggested("x", ()) == "available: none"
    many = tuple(f"n{number}" for number in range(1, 100))
    assert suggested("x", many).startswith("available: n1, n2, n3,")
    assert suggested("x", many).endswith(", n29, …, n99")


WRONG = {
    "a command": (["buidl"], 'no command "buidl": did you mean "build"?'),
    "no command": (["xyz"], 'no command "xyz": available: build, check, exam, explain, new, plan, schema, sheets'),
    "a command of exam": (["exam", "plam"], 'no command "plam": did you mean "plan"?'),
    "an option": (["build", "--lockd"], "--locked"),
    "an option of all commands": (["--verson"], "--version"),
    "a format": (["check", "--format", "jsn"], "'text', 'json', 'github', 'sarif': did you mean \"json\"?"),
    "a format in capitals": (["plan", "--format", "JSON"], 'did you mean "json"?'),
    "no format": (
        ["plan", "--format", "pdf"],
        "is not one of 'text', 'json', 'markdown': see `flashgen plan --help`\n",
    ),
    "a side": (["sheets", "--sides", "front"], 'did you mean "fronts"?'),
    "a file": (["schema", "chapters"], 'did you mean "chapter"?'),
    "a tier": (["build", "--tier", "cor"], 'did you mean "core"?'),
    "a deck": (["build", "smal"], 'no deck "smal" in decks/: did you mean "small"?'),
    "a chapter": (["build", "-c", "IX"], 'no chapter "IX": available: VI\n'),
    "a layout": (["sheets", "--layout", "a4"], 'did you mean "a4-safe-8up", "a4-a7-8up"'),
    "no layout": (["sheets", "--layout", "zzz"], "available: a4-safe-8up, "),
    "a rule": (["explain", "long-answr"], 'did you mean "long-answer"?'),
    "a weekday": (["exam", "plan", "--on", "2027-01-18", "--off", "sat,sunn"], 'did you mean "sunday"?'),
    "no weekday": (
        ["exam", "plan", "--on", "2027-01-18", "--off", "x"],
        '"x" is not a date such as 2027-01-18, nor a weekday',
    ),
}


@pytest.mark.parametrize(("words", "answer"), WRONG.values(), ids=WRONG)
def test_a_wrong_word_gets_what_is_close_or_all_there_is(
    words: list[str], answer: str, project: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.root)
    done = run(*words)
    assert done.code == 2
    assert answer in done.told
