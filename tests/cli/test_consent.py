"""`flashgen build` asks before it takes from learners what nobody said was to go."""

import os
import pty
import subprocess
import sys
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest
from wcwidth import strip_sequences

from flashgen.history.locks import read_lock
from tests.conftest import FORMULA, Project, Run

TIME = 1_790_000_000
WHO = "  - {id: who, ask: Who wrote the famous course of lectures?, answer: Kliuchevsky, reverse: yes, page: 98}\n"
FIRST = "chapter: V\ntitle: First\nentries:\n"
CHAPTER = "05-first.yaml"


@pytest.fixture
def released(project: Project) -> Project:
    """Return a project with two released chapters of one entry each."""
    project.entries(WHO, CHAPTER, FIRST)
    project.build(TIME)
    return project


def outputs(project: Project) -> dict[str, bytes]:
    """Return the lock and what is in dist/."""
    files = [project.root / "decks/small/deck.lock", *(project.root / "dist").iterdir()]
    return {file.name: file.read_bytes() for file in files}


def deleted(project: Project) -> None:
    """Delete the file of a chapter."""
    (project.root / "decks/small" / CHAPTER).unlink()


STOPS = {
    "a chapter's file was deleted": (deleted, "who: It is no longer part of the deck."),
    "an entry was deleted": (
        lambda project: project.entries("", CHAPTER, FIRST.replace("entries:", "entries: []")),
        "who: It is no longer part of the deck.",
    ),
    "an entry has another id": (
        lambda project: project.entries(WHO.replace("id: who", "id: course"), CHAPTER, FIRST),
        'course looks like who under a new id; if it is, add "was: who" to course',
    ),
    "a card that asks for the question was taken away": (
        lambda project: project.entries(WHO.replace("reverse: yes, ", ""), CHAPTER, FIRST),
        "card 2 removed, reviews at risk",
    ),
    "a deletion was taken away": (
        lambda project: project.entries(FORMULA.replace("{{grew lean}}", "grew lean")),
        "card 2 removed, reviews at risk",
    ),
}


@pytest.mark.parametrize(("edit", "said"), STOPS.values(), ids=STOPS)
@pytest.mark.parametrize("options", [(), ("--fresh",), ("--each-chapter", "--update"), ("-q",)], ids=" ".join)
def test_a_build_stops_with_what_learners_would_lose_and_says_how_to_go_on(
    edit: object, said: str, options: tuple[str, ...], released: Project, run: Run
) -> None:
    edit(released)  # type: ignore[operator]
    before = outputs(released)
    done = run("build", *options, "-C", released.root)
    assert (done.code, done.out, said in done.told, "--accept" in done.told) == (1, "", True, True)
    assert outputs(released) == before
    assert run("build", *options, "--accept", "-C", released.root).code == 0
    assert outputs(released) != before
    assert run("build", *options, "-C", released.root).code == 0


GOES_ON = {
    "an entry says why it is withdrawn": lambda project: project.entries(
        WHO.replace("page: 98", "page: 98, withdrawn: It was wrong."), CHAPTER, FIRST
    ),
    "an entry that loses a deletion is withdrawn by its own word": lambda project: project.entries(
        FORMULA.replace("{{grew lean}}", "grew lean") + "    withdrawn: It was wrong.\n"
    ),
    "a file is renamed": lambda project: (project.root / "decks/small" / CHAPTER).rename(
        project.root / "decks/small/01-envoys.yaml"
    ),
    "entries move into another file": lambda project: (deleted(project), project.entries(FORMULA + WHO)),
    "an entry is renamed with was": lambda project: project.entries(
        WHO.replace("id: who", "id: course, was: who"), CHAPTER, FIRST
    ),
    "an entry is new": lambda project: project.entries(FORMULA + WHO.replace("id: who", "id: new")),
    "a deletion is new": lambda project: project.entries(FORMULA.replace("the people", "{{the people}}")),
    "a text is reworded": lambda project: project.entries(FORMULA.replace("The state", "A state")),
}


@pytest.mark.parametrize("edit", GOES_ON.values(), ids=GOES_ON)
def test_a_build_asks_nothing_where(edit: object, released: Project, run: Run) -> None:
    edit(released)  # type: ignore[operator]
    done = run("build", "-C", released.root)
    assert (done.code, done.err) == (0, "")


def test_only_what_needs_consent_is_shown(released: Project, run: Run) -> None:
    deleted(released)
    new = "  - {id: new, ask: What grew lean?, answer: the people, page: 97}\n"
    released.entries(FORMULA.replace("The state", "A state") + new)
    done = run("build", "-C", released.root)
    lines = ["Small: 1 withdrawn; 0 reviews at risk", "", "Withdrawn", "  who: It is no longer part of the deck.", ""]
    assert done.told.splitlines()[:-1] == lines
    assert done.told.splitlines()[-1].startswith("error: not built: learners would lose what is listed above: restore")


def test_a_chapters_build_asks_for_what_that_chapter_loses_and_for_nothing_else(released: Project, run: Run) -> None:
    released.entries(WHO.replace("who", "whence"), CHAPTER, FIRST)
    assert run("build", "-c", "VI", "-C", released.root).code == 0
    done = run("build", "-c", "V", "-C", released.root)
    assert (done.code, "who: It is no longer part of the deck." in done.told) == (1, True)
    assert run("build", "-c", "V", "--accept", "-C", released.root).code == 0


def test_what_was_accepted_once_is_not_asked_again(released: Project, run: Run) -> None:
    deleted(released)
    run("build", "--accept", "-C", released.root)
    released.entries(FORMULA.replace("The state", "A state"))
    assert run("build", "-C", released.root).code == 0


def test_a_committed_lock_that_holds_the_change_is_consent(released: Project, run: Run) -> None:
    deleted(released)
    done = run("build", "--locked", "-C", released.root)
    assert (done.code, "deck.lock would change" in done.told) == (1, True)
    run("build", "--accept", "-C", released.root)
    assert run("build", "--locked", "-C", released.root).code == 0


def test_the_build_asks_about_entries_that_only_the_adopted_package_has(released: Project, run: Run) -> None:
    (released.root / "decks/small/deck.lock").unlink()
    deleted(released)
    package = released.root / "dist/small.apkg"
    done = run("build", "--adopt", package, "-C", released.root)
    assert (done.code, "who: It is no longer part of the deck." in done.told) == (1, True)
    assert run("build", "--adopt", package, "--accept", "-C", released.root).code == 0


def typed(root: Path, answer: str) -> tuple[int, str]:
    """Return how `flashgen build` ends at a terminal where somebody types this, and what is seen there."""
    terminal, end = pty.openpty()
    os.write(terminal, answer.encode("ascii"))
    command = [sys.executable, "-m", "flashgen", "build", "-C", str(root)]
    done = subprocess.run(command, stdin=end, stdout=end, stderr=end, timeout=60, check=False)
    os.close(end)
    said = b""
    with suppress(OSError):  # the end of what was said is an error to Linux
        while more := os.read(terminal, 65536):
            said += more
    os.close(terminal)
    return done.returncode, strip_sequences(said.decode("utf-8"))


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 1), ("\n", 1), ("\x04", 130)])
def test_on_a_terminal_it_asks(answer: str, code: int, released: Project) -> None:
    deleted(released)
    before = outputs(released)
    left, said = typed(released.root, answer)
    assert "who: It is no longer part of the deck." in said
    assert "Build anyway? [y/N]" in said
    assert left == code
    assert (outputs(released) == before) == (code != 0)


class Terminal(StringIO):
    """What somebody types."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 1)])
def test_the_answer_decides(
    answer: str, code: int, released: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    deleted(released)
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    done = run("build", "-q", "-C", released.root)
    assert (done.code, "nothing was built" in done.told) == (code, bool(code))


def test_on_a_terminal_it_does_not_ask_without_a_reason(released: Project) -> None:
    left, said = typed(released.root, "")
    assert (left, "[y/N]" in said) == (0, False)


def test_a_misplaced_file_is_reported_before_the_build_asks(released: Project, run: Run) -> None:
    (released.root / "decks/small/part").mkdir()
    (released.root / "decks/small" / CHAPTER).rename(released.root / "decks/small/part" / CHAPTER)
    done = run("build", "--accept", "-C", released.root)
    assert done.code == 1
    assert "its 1 released entry would be withdrawn [stray-file]" in done.told
    notes = read_lock(released.root / "decks/small", released.root, []).notes
    assert [note.withdrawn for note in notes.values()] == [False, False]


def test_a_warning_about_a_file_stops_no_build(released: Project, run: Run) -> None:
    released.write("decks/small/images/credits.yaml", "a: 1\n")
    assert run("build", "-C", released.root).code == 0
