"""The lock as a file: what is in it, and that nothing in it is ever guessed at."""

import json
from collections.abc import Callable

import pytest

from flashgen.history.identity import guid
from flashgen.history.lines import line_hash, sealed
from flashgen.history.lockfile import lines_hash, written
from flashgen.history.lockreader import parse
from flashgen.model.lock import Lock
from flashgen.model.problem import Problem
from tests.conftest import FORMULA, Project, Run

TIME = 1_790_000_000
UID = "0b8e2f3c-1d4a-4e56-8f70-123456789abc"
ASK = "  - id: who\n    ask: Who wrote it?\n    answer: Kliuchevsky\n    page: 98\n"


@pytest.fixture
def released(project: Project) -> Project:
    """Return a project with two released notes."""
    project.entries(FORMULA + ASK)
    project.build(TIME)
    return project


def test_it_has_a_line_for_the_deck_each_note_type_text_and_note_in_order(released: Project) -> None:
    head, *types, chapter, gist, source, deck, formula, who = map(json.loads, released.lock().splitlines())
    assert (head["flashgen lock"], head["uid"], head["name"]) == (3, "0b8e2f3c-1d4a-4e56-8f70-123456789abc", "Small")
    assert (head["notes"], [*head["releases"].values()]) == (2, [TIME])
    assert [type["type"] for type in types] == ["Cloze", "Question"]
    texts = {text["text"]: text["is"] for text in (chapter, gist, source, deck)}
    assert [*texts] == sorted(texts)
    id, kind, time, of, due, cards, tags, fields, _ = formula
    assert (id, kind, time, texts[of], cards) == ("formula", "Cloze", TIME, "Small::02 The older pattern", [1, 2])
    assert (due > 0, tags) == (True, "small:: chapter::VI kind::cloze page::98")
    assert fields[:2] == ["", "The state {{c1::swelled up}}; the people {{c2::grew lean}}."]
    assert {texts[name] for value in fields if isinstance(value, list) for name in value} == {*texts.values()} - {
        texts[of]
    }
    assert who[0] == "who"


def test_what_many_notes_share_is_written_once_and_half_the_file_is_saved(released: Project) -> None:
    more = [ASK.replace("id: who", f"id: who-{number}").replace("it?", f"the {number}th?") for number in range(300)]
    released.entries(FORMULA + ASK + "".join(more))
    released.build(TIME + 1)
    lock = released.lock()
    assert lock.count("A formula <em>sums up</em> the pattern.") == lock.count("VI · The older pattern") == 1
    assert len(lock) < len(old(released.held())) / 2


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


def old(lock: Lock) -> str:
    """Return a lock as format 2 had it: all that a note shares with others stood in its line."""
    types = [
        {"type": of.kind, "hash": "", "name": of.name, "fields": of.fields, "templates": of.templates}
        | {"looks": of.looks, "time": of.time}
        for of in lock.types.values()
    ]
    notes = [
        {"id": id, "guid": of.guid, "type": of.kind, "hash": "", "time": of.time, "deck": of.deck, "due": of.due}
        | {"cards": of.cards, "withdrawn": of.withdrawn, "hidden": of.hidden, "buried": of.buried, "given": of.given}
        | {"tags": of.tags, "fields": of.fields}
        for id, of in sorted(lock.notes.items())
    ]
    rows = [{**row, "hash": line_hash(json.loads(json.dumps(row)))} for row in (*types, *notes)]
    sum = lines_hash(lock.uid, lock.name, lock.releases, [str(row["hash"]) for row in rows])
    head = {"flashgen lock": 2, "uid": lock.uid, "name": lock.name, "notes": len(notes), "lines": sum}
    lines = ({**head, "releases": lock.releases}, *rows)
    return "".join([json.dumps(line, ensure_ascii=False) + "\n" for line in lines])


def changed(row: str, **values: object) -> str:
    """Return a note's line as it would be written with other values, given by their places: `_4` is the fifth."""
    *line, _ = json.loads(row)
    for name, value in values.items():
        line[int(name[1:])] = value
    return sealed(line).decode()


def more(row: str, **values: object) -> str:
    """Return a note's line as it would be written with values behind the others."""
    *line, _ = json.loads(row)
    return sealed([*line, values]).decode()


def retyped(row: str, **values: object) -> str:
    """Return the line of a note type as it would be written with other values."""
    line = {**json.loads(row), **values}
    return json.dumps({**line, "hash": line_hash(line)}, ensure_ascii=False)


# The lines are those of the deck, of two note types, of four texts and of two notes.
BROKEN: dict[str, tuple[Callable[[list[str]], list[str]], str]] = {
    "a conflict of a merge": (lambda rows: [*rows[:3], "<<<<<<< HEAD", *rows[3:]], "4:1 broken-lock"),
    "the middle of a conflict": (lambda rows: [*rows[:4], "=======", *rows[4:]], "5:1 broken-lock"),
    "the end of a conflict": (lambda rows: [*rows, ">>>>>>> theirs"], "10:1 broken-lock"),
    "a conflict with the line ends of Windows": (lambda rows: [*rows, "=======\r"], "10:1 broken-lock"),
    "a line that is no JSON": (lambda rows: [*rows[:7], rows[7][:-9], rows[8]], "8:1 broken-lock"),
    "a line of a word": (lambda rows: [*rows, '"who"'], "10:1 broken-lock"),
    "a line of a list": (lambda rows: [*rows, "[1]"], "10:1 broken-lock"),
    "a line of an empty list": (lambda rows: [*rows, "[]"], "10:1 broken-lock"),
    "a line of nothing": (lambda rows: [*rows, "{}"], "10:1 broken-lock"),
    "a deep line": (lambda rows: [*rows, "[" * 100_000], "10:1 broken-lock"),
    "a blank line": (lambda rows: [*rows[:3], "", *rows[3:]], "4:1 broken-lock"),
    "an empty file": (lambda _: [""], "1:1 broken-lock"),
    "another first line": (lambda rows: rows[1:], "1:1 broken-lock"),
    "a first line that is a list": (lambda rows: rows[7:], "1:1 broken-lock"),
    "an edited field": (lambda rows: [row.replace("Kliuchevsky", "Miliukov") for row in rows], "9:1 broken-lock"),
    "an edited number": (lambda rows: [row.replace("{{c1::", "{{c3::") for row in rows], "8:1 broken-lock"),
    "an edited text": (lambda rows: [row.replace("Small::", "Other::") for row in rows], ":1 broken-lock"),
    "a text that is lost": (lambda rows: [*rows[:3], *rows[4:]], ":1 broken-lock"),
    "a text twice": (lambda rows: [*rows[:4], *rows[3:]], "5:1 broken-lock"),
    "texts out of order": (lambda rows: [*rows[:3], rows[4], rows[3], *rows[5:]], "5:1 broken-lock"),
    "a text behind the notes": (lambda rows: [*rows, '{"text":"x","is":"x"}'], "10:1 broken-lock"),
    "a text without a name": (lambda rows: [*rows[:3], '{"text":"x"}', *rows[3:]], "4:1 broken-lock"),
    "a note twice": (lambda rows: [*rows, rows[8]], "10:1 broken-lock"),
    "notes out of order": (lambda rows: [*rows[:7], rows[8], rows[7]], "9:1 broken-lock"),
    "a note type behind the notes": (lambda rows: [rows[0], *rows[2:], rows[1]], "9:1 broken-lock"),
    "a note type behind the texts": (lambda rows: [rows[0], *rows[2:4], rows[1], *rows[4:]], "4:1 broken-lock"),
    "no line for a note type": (lambda rows: [rows[0], *rows[2:]], "7:1 broken-lock"),
    "a guid twice": (
        lambda rows: [*rows, more(changed(rows[8], _0="x"), guid=guid(UID, "who"))],
        "10:1 broken-lock",
    ),
    "a missing value": (lambda rows: [*rows[:8], sealed(json.loads(rows[8])[1:-1]).decode()], "9:1 broken-lock"),
    "a value of another type": (lambda rows: [*rows[:8], changed(rows[8], _2="1")], "9:1 broken-lock"),
    "a time before all times": (lambda rows: [*rows[:8], changed(rows[8], _2=-1)], "9:1 broken-lock"),
    "a time in milliseconds": (lambda rows: [*rows[:8], changed(rows[8], _2=TIME * 1000)], "9:1 broken-lock"),
    "a card that is no number": (lambda rows: [*rows[:8], changed(rows[8], _5=["1"])], "9:1 broken-lock"),
    "cards that are none": (lambda rows: [*rows[:8], changed(rows[8], _5=1)], "9:1 broken-lock"),
    "tags that are no text": (lambda rows: [*rows[:8], changed(rows[8], _6=["small"])], "9:1 broken-lock"),
    "a field that is no text": (lambda rows: [*rows[:8], changed(rows[8], _7=["", 1])], "9:1 broken-lock"),
    "a field of unknown texts": (lambda rows: [*rows[:8], changed(rows[8], _7=["", ["x"]])], "9:1 broken-lock"),
    "a buried number that is none": (lambda rows: [*rows[:8], more(rows[8], buried={"a": "b"})], "9:1 broken-lock"),
    "a buried text that is none": (lambda rows: [*rows[:8], more(rows[8], buried={"1": 1})], "9:1 broken-lock"),
    "an id that is no text": (lambda rows: [*rows[:8], changed(rows[8], _0=1)], "9:1 broken-lock"),
    "a kind that is no text": (lambda rows: [*rows[:8], changed(rows[8], _1=[])], "9:1 broken-lock"),
    "a field of a note type that is no text": (
        lambda rows: [rows[0], retyped(rows[1], fields=[1]), *rows[2:]],
        "2:1 broken-lock",
    ),
    "a note type at no time": (lambda rows: [rows[0], retyped(rows[1], time=0), *rows[2:]], "2:1 broken-lock"),
    "edited looks": (lambda rows: [row.replace('"looks":"', '"looks":"0') for row in rows], "2:1 broken-lock"),
    "half a character": (lambda rows: [*rows[:8], rows[8].replace("Kliu", "\\ud800")], "9:1 broken-lock"),
    "a note that is lost": (lambda rows: rows[:8], "1:1 broken-lock"),
    "a note that is lost and another that came in": (
        lambda rows: [*rows[:8], changed(rows[8], _0="x")],
        "1:1 broken-lock",
    ),
    "a note of another release": (lambda rows: [*rows[:8], changed(rows[8], _2=TIME - 1)], "1:1 broken-lock"),
    "a note type of another release": (
        lambda rows: [rows[0], retyped(rows[1], time=TIME - 1), *rows[2:]],
        "1:1 broken-lock",
    ),
    "a release that is lost": (
        lambda rows: [json.dumps(json.loads(rows[0]) | {"releases": {}}), *rows[1:]],
        "1:1 broken-lock",
    ),
    "a release at no time": (lambda rows: [rows[0].replace(str(TIME), "0"), *rows[1:]], "1:1 broken-lock"),
    "a first line twice": (lambda rows: [rows[0], *rows], "2:1 broken-lock"),
    "a newer format": (lambda rows: [rows[0].replace('lock":3', 'lock":4'), "what may this be"], "1:1 newer-lock"),
}
OLD_BROKEN: dict[str, tuple[Callable[[str], str], str]] = {
    "an edited field": (lambda lock: lock.replace("Kliuchevsky", "Miliukov"), "5:1 broken-lock"),
    "a missing key": (lambda lock: lock.replace('"due"', '"do"'), "4:1 broken-lock"),
    "a value of another type": (lambda lock: lock.replace('"withdrawn": false', '"withdrawn": 0'), "4:1 broken-lock"),
    "no line for a note type": (
        lambda lock: "".join([*lock.splitlines(True)[:1], *lock.splitlines(True)[2:]]),
        "3:1 broken-lock",
    ),
}


def test_a_lock_of_an_earlier_format_is_read_and_its_next_build_is_no_release(released: Project) -> None:
    new, packages = released.lock(), (released.root / "dist/small.apkg").read_bytes()
    released.write("decks/small/deck.lock", old(released.held()))
    released.build(TIME + 1)
    assert (released.lock(), (released.root / "dist/small.apkg").read_bytes()) == (new, packages)


@pytest.mark.parametrize(("broken", "problem"), OLD_BROKEN.values(), ids=OLD_BROKEN)
def test_a_lock_of_an_earlier_format_that_is_not_as_it_was_written_is_a_problem(
    released: Project, broken: Callable[[str], str], problem: str
) -> None:
    released.write("decks/small/deck.lock", broken(old(released.held())))
    assert f"deck.lock:{problem}" in released.problems()


@pytest.mark.parametrize(("broken", "problem"), BROKEN.values(), ids=BROKEN)
def test_whatever_is_not_as_it_was_written_is_a_problem_at_its_line(
    released: Project, broken: Callable[[list[str]], list[str]], problem: str
) -> None:
    released.write("decks/small/deck.lock", "\n".join(broken(released.lock().splitlines())) + "\n")
    assert any(found.startswith("deck.lock") and found.endswith(problem) for found in released.problems())


@pytest.mark.parametrize("row", range(9))
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
    assert 'deck.lock:9:1: error: the line of "who" was changed by hand or damaged [broken-lock]' in done.told
    assert "restore it with `git checkout -- decks/small/deck.lock`, or from the newest package" in done.told
    assert released.lock() == broken


def test_nothing_else_is_said_of_what_a_broken_lock_would_tell(released: Project) -> None:
    released.entries(FORMULA + ASK.replace("id: who", "id: author\n    was: who"))
    assert released.problems() == []
    released.write("decks/small/deck.lock", "<<<<<<< HEAD\n" + released.lock())
    assert released.problems() == ["deck.lock:1:1 broken-lock"]


def test_a_newer_format_is_refused_with_what_to_do(released: Project, run: Run) -> None:
    released.write("decks/small/deck.lock", released.lock().replace('lock":3', 'lock":4'))
    done = run("build", "-C", released.root)
    assert (done.code, done.told.splitlines()[0].partition(": ")[2]) == (
        1,
        "error: this lock has format 4, but this flashgen supports 3 [newer-lock]: install a newer flashgen",
    )
    assert "install a newer flashgen" in done.told


def test_a_lock_that_is_no_text_is_a_problem(released: Project) -> None:
    released.write("decks/small/deck.lock", b"\xff")
    assert released.problems() == ["deck.lock:1:1 not-utf-8"]
