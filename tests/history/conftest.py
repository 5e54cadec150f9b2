"""A project in a repository, and what its author does there."""

import subprocess
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.conftest import FORMULA, Project, Run

TIME = 1_790_000_000
LOCK = "decks/small/deck.lock"
OTHER = "  - id: who\n    ask: Who wrote it?\n    answer: Kliuchevsky\n    page: 98\n"
ADDED = FORMULA.replace("the people", "{{the people}}")
INSTEAD = FORMULA.replace("{{grew lean}}", "{{grew lean}} under {{its weight}}")

Git = Callable[..., str]


@pytest.fixture
def git(project: Project, run: Run, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Return git in a repository that holds a project, of which one release is committed; no two are of one time."""
    times = count(TIME, 60)
    monkeypatch.setattr("flashgen.cli.packages.clock", lambda _: next(times))

    def running(*arguments: str) -> str:
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@b", "-c", "core.autocrlf=false", *arguments]
        return subprocess.run(command, cwd=project.root, capture_output=True, check=True, text=True).stdout

    running("init", "-q", "-b", "main")
    project.write(".gitignore", "/dist/\n/.flashgen/\n")
    released(project, run, running, FORMULA + OTHER)
    return running


def released(project: Project, run: Run, git: Git, entries: str) -> None:
    """Write entries, build, and commit."""
    project.entries(entries)
    done = run("build", "--accept", "-C", project.root)
    assert done.code == 0, done.err
    git("add", ".")
    git("commit", "-q", "-m", "A release")


def build(project: Project, run: Run, *options: str) -> tuple[int, str]:
    """Build, and return the exit code and what is said."""
    done = run("build", "--accept", "-C", project.root, *options)
    return done.code, done.told


def package(project: Project) -> Path:
    """Return the package of the whole deck."""
    return project.root / "dist/small.apkg"


def numbers(project: Project) -> tuple[str, list[int]]:
    """Return the text of the cloze with its numbers as the lock has it, and those that are buried."""
    note = project.deck().lock.notes["formula"]
    return note.hidden, [*note.buried]
