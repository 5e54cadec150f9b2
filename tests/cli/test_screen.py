"""The terminal that a run prints on."""

import os
import pty
from io import StringIO
from pathlib import Path

import pytest

from flashgen.cli.screen import colour, width
from flashgen.emit.report.columns import ENDLESS

WANTED = {
    "nothing": ({}, None),
    "NO_COLOR": ({"NO_COLOR": "1"}, False),
    "NO_COLOR without a value": ({"NO_COLOR": ""}, None),
    "FORCE_COLOR": ({"FORCE_COLOR": "1"}, True),
    "FORCE_COLOR without a value": ({"FORCE_COLOR": ""}, None),
    "both": ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    "a terminal without colours": ({"TERM": "dumb"}, False),
    "a terminal with colours": ({"TERM": "xterm-256color"}, None),
}


@pytest.mark.parametrize(("environment", "wanted"), WANTED.values(), ids=WANTED)
def test_colours_are_wanted_or_not_by(environment: dict[str, str], wanted: bool | None) -> None:
    assert colour(environment) is wanted


@pytest.fixture(autouse=True)
def no_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take COLUMNS away."""
    monkeypatch.delenv("COLUMNS", raising=False)


def test_a_file_and_a_pipe_have_no_end(tmp_path: Path) -> None:
    with (tmp_path / "log").open("w") as file:
        assert width(file) == ENDLESS
    assert width(file) == ENDLESS
    assert width(StringIO()) == ENDLESS


def test_columns_in_the_environment_count_for_all_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    assert width(StringIO()) == 72


@pytest.mark.parametrize("wrong", ["", "0", "many", "-1"])
def test_columns_that_are_no_number_do_not_count(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", wrong)
    assert width(StringIO()) == ENDLESS


def test_a_terminal_that_does_not_tell_its_width_has_the_usual_one() -> None:
    terminal, end = pty.openpty()
    with os.fdopen(end, "w") as stream:
        assert width(stream) == 80
    os.close(terminal)
