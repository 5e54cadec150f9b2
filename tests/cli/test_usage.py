"""Wrong usage and failures have the face of findings: what is wrong, then what helps."""

import click
import pytest

from flashgen.cli.usage import tell_usage
from tests.conftest import Project, Run

SAID = {
    "an option that does not exist": (
        ["check", "--formt", "json"],
        'error: no option "--formt"\n'
        '  = help: did you mean "--format"?\n'
        "  = note: usage: flashgen check [OPTIONS] [DECK]...\n",
    ),
    "an option that is like none": (
        ["check", "--qqqqqq"],
        'error: no option "--qqqqqq"\n'
        "  = help: see `flashgen check --help`\n"
        "  = note: usage: flashgen check [OPTIONS] [DECK]...\n",
    ),
    "a value with a hint of ours": (
        ["sheets", "--back-reads", "7,0"],
        "error: invalid value for '--back-reads': 7,0 is more than 6 mm\n"
        "  = help: print --layout calibrate and read it again\n"
        "  = note: usage: flashgen sheets [OPTIONS] [DECK]...\n",
    ),
    "a command": (
        ["biuld"],
        'error: no command "biuld"\n'
        '  = help: did you mean "build"?\n'
        "  = note: usage: flashgen [OPTIONS] COMMAND [ARGS]...\n",
    ),
    "an option without its value": (["sheets", "--tag"], "error: option '--tag' requires an argument\n"),
    "a deck": (
        ["check", "smal"],
        'error: no deck "smal" in decks/\n  = help: did you mean "small"? (a new one: flashgen new NAME)\n',
    ),
}


@pytest.mark.parametrize(("words", "said"), SAID.values(), ids=SAID)
def test_wrong_usage_is_told_in_a_line_with_help_below(
    words: list[str], said: str, project: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.root)
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert done.err == said


def test_without_a_command_there_is_help(run: Run) -> None:
    done = run()
    assert done.code == 2
    assert done.err.startswith("Usage: flashgen [OPTIONS] COMMAND [ARGS]...")
    assert "error:" not in done.err


def test_a_failure_that_is_no_wrong_usage_has_no_usage(capsys: pytest.CaptureFixture[str]) -> None:
    tell_usage(click.ClickException("The disk is full."))
    assert capsys.readouterr().err == "error: the disk is full\n"
