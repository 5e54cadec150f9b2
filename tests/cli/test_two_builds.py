"""Builds of one project at the same time."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flashgen.history.lockreader import parse
from flashgen.model.problem import Problem
from flashgen.store import files as store
from tests.conftest import FORMULA, Project, Run

TIME = 1_790_000_000


def test_builds_at_the_same_time_wait_for_each_other_and_write_whole_files(project: Project) -> None:
    project.build(TIME)
    project.entries(FORMULA.replace("The state", "A state"))
    command = [sys.executable, "-m", "flashgen", "build", "--each-chapter", "--update", "-C", str(project.root)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    said = {process.communicate()[0] for process in running}
    assert [process.returncode for process in running] == [0] * 4
    files, summaries = zip(*[text.strip().rsplit("\n", 1) for text in said], strict=True)
    assert len({*files}) == 1
    quiet = "Small: nothing changes for learners; 0 reviews at risk"
    assert sorted(summaries) == ["Small: 1 changed; 0 reviews at risk", quiet]
    problems: list[Problem] = []
    lock = parse(project.lock(), "deck.lock", problems)
    assert (problems, lock.notes["formula"].fields["Text"][:7]) == ([], "A state")
    before = {file.name: file.read_bytes() for file in (project.root / "dist").iterdir()}
    project.build(lock.newest + 1, each=True, update=True)
    assert {file.name: file.read_bytes() for file in (project.root / "dist").iterdir()} == before


def test_waiting_too_long_reports_that_another_build_is_running(
    project: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.1)
    with store.exclusive(project.root):
        done = run("build", "-C", project.root)
    assert done.code == 3
    said = f"another flashgen build is running in {project.root}: try again when it has finished\n"
    assert done.told.endswith(said)
    assert not (project.root / "dist").exists()


@pytest.mark.parametrize(
    "command",
    [("check",), ("check", "--fix"), ("plan",), ("schema", "--write"), ("sheets", "--layout", "list"), ("explain",)],
    ids=" ".join,
)
def test_a_hanging_build_blocks_no_other_command(
    project: Project, run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.1)
    project.entries(FORMULA.replace("id: formula\n    cloze", "cloze"))
    run("check", "--fix", "-C", project.root)
    with store.exclusive(project.root):
        done = run(*command, *(() if command == ("explain",) else ("-C", project.root)))
    assert (done.code, "another" in done.told) == (0, False)


def test_a_file_saved_during_a_fix_stays_as_it_was_saved(
    project: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    chapter = project.entries(FORMULA.replace("page: 98", "page: 98  "))
    monkeypatch.setattr("flashgen.cli.fixing.write_files", saved_first(chapter))
    done = run("check", "--fix", "-C", project.root)
    assert (done.code, "changed while flashgen was running and was not overwritten" in done.told) == (3, True)
    assert chapter.read_text() == "saved"


def saved_first(file: Path) -> Callable[..., None]:
    """Return what puts outputs into their places, after somebody has saved a file."""

    def saving(*arguments: Any) -> None:
        file.write_text("saved")
        store.write_files(*arguments)

    return saving


def test_a_project_that_cannot_be_written_is_reported(project: Project, run: Run) -> None:
    project.write(".flashgen", "a file where the folder should be")
    done = run("build", "-C", project.root)
    assert (done.code, ".flashgen cannot be written: File exists" in done.told) == (3, True)
