"""Builds of one project at the same time."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from flashgen import store
from flashgen.history.lockreader import parse
from flashgen.model.problem import Problem
from tests.conftest import FORMULA, Project, Run

TIME = 1_790_000_000


def test_builds_at_the_same_time_wait_for_each_other_and_nothing_is_torn(project: Project) -> None:
    project.build(TIME)
    project.entries(FORMULA.replace("The state", "A state"))
    command = [sys.executable, "-m", "flashgen", "build", "--each-chapter", "--update", "-C", str(project.root)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    said = {process.communicate()[0] for process in running}
    assert [process.returncode for process in running] == [0] * 4
    assert len(said) == 1
    problems: list[Problem] = []
    lock = parse(project.lock(), "deck.lock", problems)
    assert (problems, lock.notes["formula"].fields["Text"][:7]) == ([], "A state")
    before = {file.name: file.read_bytes() for file in (project.root / "dist").iterdir()}
    project.build(lock.newest + 1, each=True, update=True)
    assert {file.name: file.read_bytes() for file in (project.root / "dist").iterdir()} == before


def test_whoever_waits_too_long_is_told_that_another_build_is_at_work(
    project: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.1)
    with store.alone(project.root):
        done = run("build", "-C", project.root)
    assert done.code == 3
    assert done.err.endswith(f"another build is at work in {project.root}: wait until it is done, and build again\n")
    assert not (project.root / "dist").exists()


def test_a_project_that_cannot_be_written_to_says_so(project: Project, run: Run) -> None:
    project.write(".flashgen", "a file where the folder should be")
    done = run("build", "-C", project.root)
    assert (done.code, ".flashgen cannot be written: File exists" in done.err) == (3, True)


@pytest.mark.parametrize("command", ["check", "plan"])
def test_other_commands_first_put_back_what_a_killed_build_left(project: Project, run: Run, command: str) -> None:
    (package,) = project.build(TIME)
    old = package.read_bytes()
    killed_between_two_renames(project, package)
    assert run(command, "-C", project.root).code == 0
    assert package.read_bytes() == old
    assert sorted(file.name for file in package.parent.iterdir()) == ["small.apkg"]


def test_a_project_that_is_moved_or_copied_after_a_kill_is_put_right_where_it_is(project: Project, run: Run) -> None:
    (package,) = project.build(TIME)
    old = package.read_bytes()
    killed_between_two_renames(project, package)
    copy = Project(project.root.with_name("copy"))
    shutil.copytree(project.root, copy.root)
    assert run("check", "-C", copy.root).code == 0
    assert (copy.root / "dist/small.apkg").read_bytes() == old
    assert (project.root / "dist/new.apkg").exists()


def test_what_a_build_left_that_was_killed_when_all_was_done_is_cleared_away(project: Project, run: Run) -> None:
    (package,) = project.build(TIME)
    package.with_name(".small.apkg.old").write_bytes(b"old")
    project.write(".flashgen/done", '[["dist/small.apkg", true], ["dist/gone.apkg", true]]')
    assert run("check", "-C", project.root).code == 0
    assert [file.name for file in package.parent.iterdir()] == ["small.apkg"]


@pytest.mark.parametrize("journal", ["", "[", "[1]", "{}"[:1]])
def test_a_damaged_journal_is_a_sentence_with_a_cure(project: Project, run: Run, journal: str) -> None:
    project.write(".flashgen/journal", journal)
    done = run("build", "-C", project.root)
    assert (done.code, "journal is damaged, so that a build that was killed cannot be undone" in done.err) == (3, True)


def test_an_output_behind_a_link_is_written_where_the_link_leads(project: Project) -> None:
    elsewhere = project.write("elsewhere/deck.apkg", b"old")
    (project.root / "dist").mkdir()
    (project.root / "dist/small.apkg").symlink_to(elsewhere)
    (package,) = project.build(TIME)
    assert package.is_symlink()
    assert elsewhere.read_bytes()[:2] == b"PK"


def killed_between_two_renames(project: Project, package: Path) -> None:
    """Leave the project as a build does that is killed when the first of its outputs is in place."""
    lock = project.root / "decks/small/deck.lock"
    journal = '[["dist/small.apkg", true], ["decks/small/deck.lock", true], ["dist/new.apkg", false]]'
    project.write(".flashgen/journal", journal)
    package.rename(package.with_name(".small.apkg.old"))
    package.write_bytes(b"new")
    package.with_name("new.apkg").write_bytes(b"new")
    lock.with_name(".deck.lock.new").write_bytes(b"new")
