"""`flashgen build` and what was released: the lock, the clock, fresh packages, update texts."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flashgen.history.adopt import adopted
from flashgen.model.place import Place
from tests.conftest import DECK, FORMULA, Project, Run

UID = DECK.partition("uid: ")[2].partition("\n")[0]

TIME = 1_790_000_000
ASK = "  - id: who\n    ask: Who wrote it?\n    answer: Kliuchevsky\n    page: 98\n"


def test_a_build_writes_the_lock_beside_the_chapters(project: Project, run: Run) -> None:
    assert run("build", "-C", project.root).code == 0
    assert json.loads(project.lock().splitlines()[0])["flashgen lock"] == 3


def test_locked_fails_with_what_would_change_and_writes_nothing(project: Project, run: Run) -> None:
    project.build(TIME)
    before = project.lock()
    project.entries(FORMULA.replace("The state", "A state") + ASK)
    done = run("build", "--locked", "-o", project.root / "out", "-C", project.root)
    assert done.code == 1
    assert "who: Who wrote it?" in done.told
    assert "Text: [-The-]{+A+} state" in done.told
    assert "decks/small/deck.lock would change: build without --locked and commit it" in done.told
    assert project.lock() == before
    assert not (project.root / "out").exists()


def test_locked_builds_if_the_lock_is_up_to_date(project: Project, run: Run) -> None:
    project.build(TIME)
    assert run("build", "--locked", "-C", project.root).code == 0


def test_fresh_packages_have_their_own_name(project: Project, run: Run) -> None:
    assert run("build", "--fresh", "-C", project.root).code == 0
    assert sorted(file.name for file in (project.root / "dist").iterdir()) == ["small-fresh.apkg", "small.apkg"]


MOVES = {
    "alone": (),
    "fresh": ("--fresh",),
    "with texts": ("--update",),
    "of each chapter": ("--each-chapter",),
    "of a chapter": ("-c", "VI"),
    "of a chapter, fresh, with texts": ("-c", "VI", "--fresh", "--update"),
}


def held(package: Path) -> dict[str, int]:
    """Return the ids in a package of the whole deck with the times of their last change."""
    lock = adopted(package.read_bytes(), "", "small", UID, Place("", 1, 1), whole=True)
    return {id: note.time for id, note in lock.notes.items()}


def kept(project: Project) -> dict[str, int]:
    """Return the ids in the lock with the times of their last change."""
    return {id: note.time for id, note in project.held().notes.items()}


@pytest.mark.parametrize("folder", ["dist", "out"])
@pytest.mark.parametrize("options", MOVES.values(), ids=MOVES)
def test_no_build_leaves_a_package_of_the_whole_deck_behind_the_lock(
    options: tuple[str, ...], folder: str, project: Project, run: Run
) -> None:
    project.entries(ASK, "05-first.yaml", "chapter: V\ntitle: First\nentries:\n")
    project.build(TIME)
    project.entries(ASK.replace("Kliuchevsky", "Klyuchevsky"), "05-first.yaml", "chapter: V\ntitle: First\nentries:\n")
    project.entries(FORMULA.replace("The state", "A state"))
    assert run("build", *options, "-o", project.root / folder, "-C", project.root).code == 0
    now = kept(project)
    assert (now["formula"] > TIME, now["who"] > TIME) == (True, "-c" not in options)
    assert held(project.root / "dist/small.apkg") == held(project.root / folder / "small.apkg") == now


def test_a_chapter_that_was_never_released_is_in_no_package_until_it_is_built(project: Project, run: Run) -> None:
    project.entries(ASK, "05-first.yaml", "chapter: V\ntitle: First\nentries:\n")
    run("build", "-c", "VI", "-C", project.root)
    assert {*held(project.root / "dist/small.apkg")} == {*kept(project)} == {"formula"}


def test_packages_for_another_folder_make_none_in_dist_if_there_was_none(project: Project, run: Run) -> None:
    run("build", "-o", project.root / "out", "-C", project.root)
    assert not (project.root / "dist").exists()


def test_a_package_that_fell_behind_the_lock_is_renewed_by_any_build(project: Project, run: Run) -> None:
    old = project.build(TIME)[0].read_bytes()
    project.entries(FORMULA.replace("The state", "A state"))
    new = project.build(TIME + 1)[0].read_bytes()
    project.write("dist/small.apkg", old)  # as in a clone where a colleague's lock was pulled
    assert run("build", "--fresh", "-C", project.root).code == 0
    assert (project.root / "dist/small.apkg").read_bytes() == new


def test_update_texts_name_the_note_type_and_only_our_columns(project: Project) -> None:
    project.entries(ASK)
    *_, text = project.build(TIME, update=True)
    lines = text.read_text("utf-8").splitlines()
    assert text.name == "small-update-question.txt"
    heads = dict(line[1:].split(":", 1) for line in lines if line.startswith("#"))
    assert (heads["separator"], heads["html"], heads["if matches"], heads["guid column"], heads["tags column"]) == (
        "tab",
        "true",
        "update current",
        "1",
        "99",
    )
    columns = heads["columns"].split("\t")
    assert columns[:3] == ["GUID", "Id", "Question"]
    assert "My notes" not in columns
    (row,) = [line for line in lines if not line.startswith("#")]
    assert len(row.split("\t")) == len(columns)


def test_update_texts_of_a_chapter_have_its_notes_only(project: Project) -> None:
    project.entries(ASK, "05-first.yaml", "chapter: V\ntitle: First\nentries:\n")
    project.build(TIME)
    *_, text = project.build(TIME, "V", update=True)
    assert [file.name for file in sorted(project.root.glob("dist/*.txt"))] == ["small-05-first-update-question.txt"]
    assert len([line for line in text.read_text("utf-8").splitlines() if not line.startswith("#")]) == 1


def test_a_field_with_a_tab_a_quote_or_a_line_end_stays_one_field(project: Project) -> None:
    project.entries(
        '  - {id: who, ask: "a [link](https://a.org)?", answer: "two\\\\\\nlines", page: 98}\n'
        '  - {id: tab, ask: "A\\ttab?", answer: a, page: 98}\n'
    )
    *_, text = project.build(TIME, update=True)
    assert '"a <a href=""https&#58;//a.org"">link</a>?"\t' in text.read_text("utf-8")
    assert '"A\ttab?"\t' in text.read_text("utf-8")


def test_a_second_release_in_one_second_waits_for_the_clock(
    project: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.build(TIME)
    project.entries(FORMULA + ASK)
    now, slept = [TIME + 0.25], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    monkeypatch.setattr(time, "time", lambda: now[0])
    monkeypatch.setattr(time, "sleep", sleep)
    assert run("build", "-C", project.root).code == 0
    assert slept == [0.75]
    assert project.held().newest == TIME + 1


def test_a_set_time_that_is_no_later_than_the_last_release_is_refused(
    project: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.build(TIME)
    project.entries(FORMULA + ASK)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(TIME))
    done = run("build", "-C", project.root)
    assert (done.code, f"SOURCE_DATE_EPOCH is {TIME}, but the last release is of {TIME}" in done.told) == (3, True)


def test_the_same_sources_and_lock_give_the_same_bytes_whatever_the_machine(project: Project) -> None:
    project.entries(FORMULA + ASK.replace("Who wrote it?", "Кто?"))
    project.build(TIME)
    made = set()
    for seed, zone, language in (
        ("0", "UTC", "C"),
        ("1", "Asia/Tokyo", "C.UTF-8"),
        ("2", "America/Lima", "tr_TR.UTF-8"),
    ):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "LANG": language}
        command = [sys.executable, "-m", "flashgen", "build", "--update", "-q", "-C", str(project.root)]
        subprocess.run(command, env=environment, check=True)
        made.add(tuple(file.read_bytes() for file in sorted((project.root / "dist").iterdir())))
        made.add((project.lock().encode(),))
    assert len(made) == 2


def test_an_update_of_a_learners_own_package_has_no_times_later_than_its_notes(project: Project) -> None:
    project.entries(FORMULA + ASK)
    project.build(TIME)
    project.entries(FORMULA + ASK.replace("Kliuchevsky", "Miliukov"))
    project.build(TIME + 60)
    assert kept(project) == {"formula": TIME, "who": TIME + 60}
