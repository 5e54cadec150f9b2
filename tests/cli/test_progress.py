"""The bars for long work."""

import sys
from collections.abc import Iterator
from io import StringIO

import click
import pytest

from flashgen.cli import progress as module
from flashgen.cli.progress import Progress, progress
from flashgen.model.output import untracked


class Terminal(StringIO):
    """A stream that says it is a terminal, and keeps what it was told to show."""

    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Make standard error a terminal; no fixture, because pytest sets the stream anew before a test begins."""
    made = Terminal()
    monkeypatch.setattr(sys, "stderr", made)
    monkeypatch.setenv("TERM", "xterm-256color")
    return made


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show bars at once."""
    monkeypatch.setattr(module, "PATIENCE", -1.0)


def wiped(shown: Terminal) -> bool:
    """Tell whether the last thing that was done to the line of the bar is to clear it."""
    return shown.getvalue().endswith("\x1b[2K")


def test_a_short_run_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    assert list(Progress().track([1, 2, 3], "reading")) == [1, 2, 3]
    assert shown.getvalue() == ""


@pytest.mark.usefixtures("impatient")
def test_a_long_run_shows_what_is_done_and_how_much_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    assert list(Progress().track([1, 2, 3], "reading")) == [1, 2, 3]
    assert "reading" in shown.getvalue()
    assert "/3" in shown.getvalue()
    assert wiped(shown)


@pytest.mark.usefixtures("impatient")
def test_a_bar_is_never_full_while_work_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    bars = Progress()
    for what in ("setting cards", "joining pages"):
        for _ in bars.track([1, 2, 3], what):
            assert not wiped(shown)
            assert "3/3" not in shown.getvalue()
        assert what in shown.getvalue()
        assert wiped(shown)
    assert "3/3" not in shown.getvalue()


@pytest.mark.usefixtures("impatient")
def test_a_bar_does_not_outlive_a_run_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)

    def failing() -> Iterator[int]:
        for item in bars.track([1, 2, 3], "reading"):
            yield 1 // (item - 1)

    with pytest.raises(ZeroDivisionError), Progress() as bars:
        list(failing())
    assert wiped(shown)


def test_a_command_tracks_until_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal(monkeypatch)
    with click.Context(click.Command("build")):
        assert progress(quiet=False) is not untracked


def test_quiet_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal(monkeypatch)
    assert progress(quiet=True) is untracked


def test_without_a_terminal_there_is_no_bar() -> None:
    assert progress(quiet=False) is untracked
