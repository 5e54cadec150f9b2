"""The lock as a file: what is in it, and that nothing in it is ever guessed at."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from flashgen.history.lockfile import line_hash, written
from flashgen.history.lockreader import parse
from flashgen.model.problem import Problem
from tests.conftest import FORMULA, Project, Run

TIME = 1_790_000_000
ASK = "  - id: who\n    ask: Who wrote it?\n    answer: Kliuchevsky\n    page: 98\n"


@pytest.fixture
def released(project: Project) -> Project:
    """Return a project with two released notes."""
    project.entries(FORMULA + ASK)
    project.build(TIME)
    return project


def lines(project: Project) -> list[dict[str, Any]]:
    """Return the lock's lines as values."""
    return [json.loads(line) for line in project.lock().splitlines()]


def test_it_has_a_line_for_the_deck_each_note_type_and_each_note_in_order(released: Project) -> None:
    head, *rest = lines(released)
    assert (head["flashgen lock"], head["uid"], head["name"]) == (2, "0b8e2f3c-1d4a-4e56-8f70-123456789abc", "Small")
    assert (head["notes"], [*head["releases"].values()]) == (2, [TIME])
    assert [line["type"] if "id" not in line else line["id"] for line in rest] == [
        "Cloze",
        "Question",
        "formula",
        "who",
    ]
    note = rest[2]
    assert (note["time"], note["deck"], note["cards"], note["hidden"]) == (
        TIME,
        "Small::02 The older pattern",
        [1, 2],
        "The state {{c1::swelled up}}; the people {{c2::grew lean}}.",
    )


def test_a_build_without_a_change_does_not_touch_the_file(released: Project) -> None:
    file = released.root / "decks/small/deck.lock"
    before = file.stat()
    released.build(TIME + 1)
    after = file.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_what_is_read_is_what_was_written(released: Project) -> None:
    problems: list[Problem] = []
    assert written(parse(released.lock(), "deck.lock", problems)).decode() == released.lock()
    assert problems == []


def again(row: str, id: str) -> str:
    """Return a note's line as it would be written under another id."""
    return changed(row, id=id)


def changed(row: str, **values: object) -> str:
    """Return a line as it would be written with other values."""
    line = {**json.loads(row), **values}
    return json.dumps({**line, "hash": line_hash(line)}, ensure_ascii=False)


BROKEN: dict[str, tuple[Callable[[list[str]], list[str]], str]] = {
    "a conflict of a merge": (lambda rows: [*rows[:3], "<<<<<<< HEAD", *rows[3:]], "4:1 broken-lock"),
    "the middle of a conflict": (lambda rows: [*rows[:4], "=======", *rows[4:]], "5:1 broken-lock"),
    "the end of a conflict": (lambda rows: [*rows, ">>>>>>> theirs"], "6:1 broken-lock"),
    "a line that is no JSON": (lambda rows: [*rows[:3], rows[3][:-9], rows[4]], "4:1 broken-lock"),
    "a line that is no object": (lambda rows: [*rows, "[1]"], "6:1 broken-lock"),
    "a deep line": (lambda rows: [*rows, "[" * 100_000], "6:1 broken-lock"),
    "a blank line": (lambda rows: [*rows[:3], "", *rows[3:]], "4:1 broken-lock"),
    "an empty file": (lambda _: [""], "1:1 broken-lock"),
    "another first line": (lambda rows: rows[1:], "1:1 broken-lock"),
    "an edited field": (lambda rows: [row.replace("Kliuchevsky", "Miliukov") for row in rows], "5:1 broken-lock"),
    "an edited number": (lambda rows: [row.replace("{{c1::", "{{c3::") for row in rows], "4:1 broken-lock"),
    "a note twice": (lambda rows: [*rows, rows[4]], "6:1 broken-lock"),
    "notes out of order": (lambda rows: [*rows[:3], rows[4], rows[3]], "5:1 broken-lock"),
    "a note type behind the notes": (lambda rows: [rows[0], *rows[2:], rows[1]], "5:1 broken-lock"),
    "no line for a note type": (lambda rows: [rows[0], *rows[2:]], "3:1 broken-lock"),
    "a guid twice": (lambda rows: [*rows, again(rows[4], "x")], "6:1 broken-lock"),
    "a missing key": (lambda rows: [*rows[:4], rows[4].replace('"due"', '"do"')], "5:1 broken-lock"),
    "a value of another type": (
        lambda rows: [*rows[:4], rows[4].replace(f'"time": {TIME}', '"time": "1"')],
        "5:1 broken-lock",
    ),
    "a time before all times": (
        lambda rows: [*rows[:4], rows[4].replace(f'"time": {TIME}', '"time": -1')],
        "5:1 broken-lock",
    ),
    "a card that is no number": (lambda rows: [*rows[:4], rows[4].replace("[1]", '["1"]')], "5:1 broken-lock"),
    "a tag that is no text": (
        lambda rows: [*rows[:4], rows[4].replace('"tags": [', '"tags": [1, ')],
        "5:1 broken-lock",
    ),
    "a buried number that is none": (
        lambda rows: [*rows[:4], rows[4].replace('"buried": {}', '"buried": {"a": "b"}')],
        "5:1 broken-lock",
    ),
    "a field of a note type that is no text": (
        lambda rows: [rows[0], rows[1].replace('["Id"', "[1"), *rows[2:]],
        "2:1 broken-lock",
    ),
    "an edited deck": (lambda rows: [row.replace("Small::", "Other::") for row in rows], "4:1 broken-lock"),
    "edited looks": (lambda rows: [row.replace('"looks": "', '"looks": "0') for row in rows], "2:1 broken-lock"),
    "a time in milliseconds": (
        lambda rows: [rows[0], *[row.replace(f"{TIME}", f"{TIME}000") for row in rows[1:]]],
        "2:1 broken-lock",
    ),
    "half a character": (lambda rows: [*rows[:4], rows[4].replace("Kliu", "\\ud800")], "5:1 broken-lock"),
    "a conflict with the line ends of Windows": (lambda rows: [*rows, "=======\r"], "6:1 broken-lock"),
    "a note that is lost": (lambda rows: rows[:4], "1:1 broken-lock"),
    "a note that is lost and another that came in": (lambda rows: [*rows[:4], again(rows[4], "x")], "1:1 broken-lock"),
    "a note of another release": (
        lambda rows: [*rows[:4], changed(rows[4], time=TIME - 1)],
        "1:1 broken-lock",
    ),
    "a note type of another release": (
        lambda rows: [rows[0], changed(rows[1], time=TIME - 1), *rows[2:]],
        "1:1 broken-lock",
    ),
    "a release that is lost": (
        lambda rows: [json.dumps(json.loads(rows[0]) | {"releases": {}}), *rows[1:]],
        "1:1 broken-lock",
    ),
    "a first line twice": (lambda rows: [rows[0], *rows], "2:1 broken-lock"),
    "a line of nothing": (lambda rows: [*rows, "{}"], "6:1 broken-lock"),
    "a release at no time": (
        lambda rows: [rows[0].replace(str(TIME), "0"), *rows[1:]],
        "1:1 broken-lock",
    ),
    "a newer format": (lambda rows: [rows[0].replace('lock": 2', 'lock": 3'), "what may this be"], "1:1 newer-lock"),
}


@pytest.mark.parametrize(("broken", "problem"), BROKEN.values(), ids=BROKEN)
def test_whatever_is_not_as_it_was_written_is_a_problem_at_its_line(
    released: Project, broken: Callable[[list[str]], list[str]], problem: str
) -> None:
    released.write("decks/small/deck.lock", "\n".join(broken(released.lock().splitlines())) + "\n")
    assert f"deck.lock:{problem}" in released.problems()


@pytest.mark.parametrize("row", range(5))
def test_no_line_can_be_lost_or_come_twice_or_change_places(released: Project, row: int) -> None:
    rows = released.lock().splitlines(keepends=True)
    swapped = [*rows[:row], *rows[row + 1 : row + 2], rows[row], *rows[row + 2 :]]
    for broken in ([*rows[:row], *rows[row + 1 :]], [*rows[:row], rows[row], *rows[row:]], [*rows, rows[row]], swapped):
        released.write("decks/small/deck.lock", "".join(broken))
        assert bool(released.problems()) == (broken != rows)


def test_how_many_notes_are_lost_is_said(released: Project, run: Run) -> None:
    released.write("decks/small/deck.lock", "".join(released.lock().splitlines(keepends=True)[:-1]))
    done = run("build", "-C", released.root)
    assert done.code == 1
    assert "deck.lock:1:1: error: this file has 1 notes, but was written with 2: lines were lost or added" in done.told


@pytest.mark.parametrize("written", ["\ufeff{0}", "{0}"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_what_an_editor_or_git_does_to_line_ends_changes_nothing(released: Project, written: str, end: str) -> None:
    before = released.lock()
    released.write("decks/small/deck.lock", written.format(before).replace("\n", end))
    assert released.problems() == []
    released.build(TIME + 1)
    assert released.lock() == before


def test_a_broken_lock_stops_the_build_with_its_line_and_a_cure_and_stays(released: Project, run: Run) -> None:
    broken = released.lock().replace("Kliuchevsky", "Miliukov")
    released.write("decks/small/deck.lock", broken)
    done = run("build", "-C", released.root)
    assert done.code == 1
    assert 'deck.lock:5:1: error: the line of "who" was changed by hand or damaged [broken-lock]' in done.told
    assert "restore it with `git checkout -- decks/small/deck.lock`, or from the newest package" in done.told
    assert released.lock() == broken


def test_nothing_else_is_said_of_what_a_broken_lock_would_tell(released: Project) -> None:
    released.entries(FORMULA + ASK.replace("id: who", "id: author\n    was: who"))
    assert released.problems() == []
    released.write("decks/small/deck.lock", "<<<<<<< HEAD\n" + released.lock())
    assert released.problems() == ["deck.lock:1:1 broken-lock"]


def test_a_newer_format_is_refused_with_what_to_do(released: Project, run: Run) -> None:
    released.write("decks/small/deck.lock", released.lock().replace('lock": 2', 'lock": 3'))
    done = run("build", "-C", released.root)
    assert (done.code, done.told.splitlines()[0].partition(": ")[2]) == (
        1,
        "error: this lock has format 3, but this flashgen supports 2 [newer-lock]: install a newer flashgen",
    )
    assert "install a newer flashgen" in done.told


def test_a_lock_that_is_no_text_is_a_problem(released: Project) -> None:
    released.write("decks/small/deck.lock", b"\xff")
    assert released.problems() == ["deck.lock:1:1 not-utf-8"]
