"""The bar for long work."""

import sys
from io import StringIO

import pytest

from flashgen.cli import progress
from flashgen.cli.progress import Progress


class Terminal(StringIO):
    """A stream that says it is a terminal, and keeps what it was told to show."""

    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Make standard error a terminal; no fixture, because pytest sets the stream anew before a test begins."""
    made = Terminal()
    monkeypatch.setattr(sys, "stderr", made)
    return made


def test_a_short_run_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    assert list(Progress("building", quiet=False).track([1, 2, 3])) == [1, 2, 3]
    assert shown.getvalue() == ""


def test_a_long_run_shows_a_bar_that_fills(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    assert list(Progress("building", quiet=False).track([1, 2, 3])) == [1, 2, 3]
    assert "building" in shown.getvalue()
    assert "100%" in shown.getvalue()


def test_quiet_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal(monkeypatch)
    items = [1, 2]
    assert Progress("building", quiet=True).track(items) is items


def test_without_a_terminal_there_is_no_bar() -> None:
    items = [1, 2]
    assert Progress("building", quiet=False).track(items) is items
