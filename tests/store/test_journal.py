"""What a killed run leaves, and a journal that no run has written."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from flashgen.store import files as store
from flashgen.store.files import write_files
from flashgen.store.journal import BESIDE, Entry, Journal, written
from flashgen.store.own import hashed
from tests.conftest import FORMULA, Project, Run

TIME = 1_790_000_000
KILLED = 137


def killed(project: Project, outputs: dict[Path, bytes], after: int) -> None:
    """Put outputs into their places in another process, which is killed after so many renames."""
    process = os.fork()
    if process:
        assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == KILLED
        return
    rename, left = Path.replace, [after]

    def counting(path: Path, target: Path) -> Path:
        rename(path, target)
        left[0] -= 1
        if not left[0]:
            os._exit(KILLED)
        return target

    store.Path.replace = counting  # type: ignore[method-assign,assignment,attr-defined]
    write_files(outputs, project.root)
    os._exit(0)


def files(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder, but for the locks."""
    found = {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not name.endswith((".lock", ".gitignore"))}


@pytest.mark.parametrize("command", ["check", "plan", "build", "sheets"])
def test_any_command_first_puts_back_what_a_killed_build_left(project: Project, run: Run, command: str) -> None:
    project.build(TIME)
    before = files(project.root)
    dist = project.root / "dist"
    killed(project, {dist / "small.apkg": b"new", dist / "new.apkg": b"new", dist / "b.apkg": b"new"}, after=3)
    assert (dist / "new.apkg").exists()
    assert run(command, "-C", project.root).code == 0
    after = files(project.root)
    assert {name: after[name] for name in before} == before
    added = {name for name in after.keys() - before.keys() if not name.startswith(".flashgen/cache/")}
    assert added <= {"dist/small-sheets.pdf"}


@pytest.mark.parametrize("after", range(1, 7))
def test_outputs_outside_the_project_are_undone_with_those_in_it(
    project: Project, tmp_path_factory: pytest.TempPathFactory, after: int
) -> None:
    away = tmp_path_factory.mktemp("away")
    outputs = {away / "a.apkg": b"new", away / "b.apkg": b"new", project.root / "deck.lock": b"new"}
    write_files(dict.fromkeys(outputs, b"old"), project.root)
    killed(project, outputs, after)
    store.undo_unfinished(project.root)
    done = after == 6
    assert files(away) == dict.fromkeys(["a.apkg", "b.apkg"], b"new" if done else b"old")
    assert (project.root / "deck.lock").read_bytes() == (b"new" if done else b"old")


def test_a_project_that_is_moved_or_copied_after_a_kill_is_put_right_where_it_is(project: Project, run: Run) -> None:
    (package,) = project.build(TIME)
    before = package.read_bytes()
    killed(
        project, {package: b"new", package.with_name("new.apkg"): b"new", package.with_name("b.apkg"): b"new"}, after=3
    )
    copy = project.root.with_name("copy")
    shutil.copytree(project.root, copy)
    assert run("check", "-C", copy).code == 0
    assert files(copy / "dist") == {"small.apkg": before}
    assert (project.root / "dist/new.apkg").exists()


def test_what_a_run_left_that_was_killed_when_all_was_done_is_cleared_away(project: Project, run: Run) -> None:
    (package,) = project.build(TIME)
    package.with_name(".small.apkg.old").write_bytes(b"old")
    entries = (Entry("dist/small.apkg", True, VICTIM), Entry("dist/gone.apkg", True, VICTIM))
    project.write(".flashgen/done", written(Journal(project.root, "1", entries)))
    assert run("check", "-C", project.root).code == 0
    assert [file.name for file in package.parent.iterdir()] == ["small.apkg"]


@pytest.mark.parametrize("command", ["build", "check", "plan"])
def test_a_journal_that_was_cut_off_in_its_writing_is_cleared_away(project: Project, run: Run, command: str) -> None:
    project.write(".flashgen/.journal.new", "{")
    assert run(command, "-q", "-C", project.root).code == 0
    assert not (project.root / ".flashgen/.journal.new").exists()


def test_what_somebody_wrote_after_the_kill_stays(project: Project) -> None:
    output, other = project.write("a.pdf", "old"), project.root / "b.pdf"
    killed(project, {output: b"new", other: b"new", project.root / "c.pdf": b"new"}, after=3)
    output.write_bytes(b"theirs")
    other.write_bytes(b"theirs too")
    store.undo_unfinished(project.root)
    assert (output.read_bytes(), other.read_bytes()) == (b"theirs", b"theirs too")
    assert not list(project.root.glob(".*.old")) + list(project.root.glob(".*.new"))


def test_readers_do_not_wait_for_a_run_that_is_writing(project: Project, run: Run) -> None:
    journal = project.write(".flashgen/journal", written(Journal(project.root, "1", ())))
    with store._locked(project.root, "command", 0):
        assert run("check", "-C", project.root).code == 0
    assert journal.exists()


def told(*files: Any, **more: Any) -> str:
    """Return a journal that names files; of what it tells, some may be otherwise."""
    return json.dumps({"flashgen journal": 2, "run": "1", "files": files, "folders": []} | more)


VICTIM = hashed(b"precious")
PLANTED = {
    "of an earlier form": '[["../victim.pdf", false]]',
    "a way up": told(["../victim.pdf", False, VICTIM]),
    "a way down and up": told(["dist/../../victim.pdf", False, VICTIM]),
    "an absolute path": told(["/tmp/victim.pdf", False, VICTIM]),
    "a file behind a link": told(["away/victim.pdf", False, VICTIM]),
    "version control's own": told([".git/a.pdf", False, VICTIM]),
    "the project itself": told([".", False, VICTIM]),
    "nothing": "",
    "a bracket": "[",
    "brackets": "[" * 100_000,
    "another shape": "[1]",
    "another version": told(**{"flashgen journal": 3}),
    "a number for a name": told([1, False, VICTIM]),
    "words for yes": told(["a.pdf", "yes", VICTIM]),
    "a NUL in a name": told(["a\0b.pdf", False, VICTIM]),
    "a half character in a name": told(["\ud800.pdf", False, VICTIM]),
    "a NUL in a folder": told(folders=["/tmp/a\0b"]),
    "a half character in a folder": told(folders=["/\ud800"]),
    "a folder that is not named in full": told(folders=["dist"]),
    "a word for folders": told(folders="/tmp"),
    "no hash": told(["a.pdf", True, ""]),
    "a number for a hash": told(["a.pdf", True, 1]),
    "no UTF-8": b"\xff\xfe\xff",
    "too much": told(["a" * (1 << 24), False, VICTIM]),
}


@pytest.mark.parametrize("command", ["build", "check", "plan", "sheets"])
@pytest.mark.parametrize("name", ["journal", "done"])
@pytest.mark.parametrize("journal", PLANTED.values(), ids=PLANTED)
def test_a_journal_that_no_run_has_written_is_refused_untouched(
    tmp_path: Path, run: Run, journal: str | bytes, name: str, command: str
) -> None:
    victim, project = tmp_path / "victim.pdf", Project(tmp_path / "project")
    for file in (victim, tmp_path / ".victim.pdf.old"):
        file.write_bytes(b"precious")
    (project.root / "decks").mkdir(parents=True)
    (project.root / "away").symlink_to(tmp_path)
    planted = project.write(f".flashgen/{name}", journal)
    before = planted.read_bytes()
    done = run(command, "-C", project.root)
    assert (done.code, done.out) == (3, "")
    assert "so nothing was undone" in done.told
    assert f"then delete {planted}\n" in done.told
    assert planted.read_bytes() == before
    assert [file.read_bytes() for file in (victim, tmp_path / ".victim.pdf.old")] == [b"precious"] * 2


AUTHORS = (
    *("README.md", "decks/small/04-four.yaml", "decks/small/deck.yaml", "source/tucker-1999.yaml", ".gitignore"),
    *("decks/small/map.png", "source/text/p098.txt", "small-update-notes.md", "deck.lock.bak", "deck.apkg/README"),
)
OUTPUTS = (
    *("dist/small.apkg", "my cards/IV.APKG", "dist/small-update-basic.txt", "sheets.PDF", "decks/small/deck.lock"),
    *("decks/small/deck.proof", "decks/.schema/deck.json"),
)


@pytest.mark.parametrize("name", ["journal", "done"])
@pytest.mark.parametrize("victim", AUTHORS)
def test_a_journal_that_names_a_file_of_the_author_as_newly_made_is_refused_untouched(
    project: Project, run: Run, victim: str, name: str
) -> None:
    file, kept = project.write(victim, "precious"), project.root / victim
    kept = kept.with_name(f".{kept.name}.old")
    kept.write_text("planted")
    project.write(f".flashgen/{name}", told([victim, False, VICTIM]))
    done = run("check", "-C", project.root)
    assert (done.code, "names files that flashgen did not write, so nothing was undone" in done.told) == (3, True)
    assert (file.read_text(), kept.read_text()) == ("precious", "planted")


@pytest.mark.parametrize("victim", ["README.md", ".gitignore", "source/text/p098.txt", "decks/small/map.png"])
def test_a_journal_that_would_put_a_planted_file_in_place_of_one_that_no_run_replaces_is_refused(
    project: Project, run: Run, victim: str
) -> None:
    file, kept = project.write(victim, "precious"), project.root / victim
    kept = kept.with_name(f".{kept.name}.old")
    kept.write_text("planted")
    project.write(".flashgen/journal", told([victim, True, VICTIM]))
    assert run("check", "-C", project.root).code == 3
    assert (file.read_text(), kept.read_text()) == ("precious", "planted")


@pytest.mark.parametrize("output", OUTPUTS)
def test_what_a_run_makes_is_undone_by_its_name(project: Project, output: str) -> None:
    file = project.write(output, "precious")
    project.write(".flashgen/journal", told([output, False, VICTIM]))
    store.undo_unfinished(project.root)
    assert not file.exists()


def test_a_file_of_the_author_that_a_killed_run_fixed_is_put_back(project: Project) -> None:
    file = project.write("decks/small/04-four.yaml", "precious")
    file.with_name(".04-four.yaml.old").write_text("as it was")
    project.write(".flashgen/journal", told(["decks/small/04-four.yaml", True, VICTIM]))
    store.undo_unfinished(project.root)
    assert file.read_text() == "as it was"


@pytest.mark.parametrize("odd", ["link", "pipe", "folder"])
def test_a_journal_that_is_no_file_is_refused_at_once(project: Project, run: Run, odd: str) -> None:
    journal = project.write(".flashgen/journal", "")
    journal.unlink()
    made = {
        "link": lambda: journal.symlink_to("/dev/zero"),
        "pipe": lambda: os.mkfifo(journal),
        "folder": journal.mkdir,
    }
    made[odd]()
    done = run("check", "-C", project.root)
    assert (done.code, "was not written by flashgen" in done.told) == (3, True)


def test_a_journal_under_version_control_is_refused_untouched(project: Project, run: Run) -> None:
    output = project.write("dist/small.apkg", "new")
    journal = project.write(".flashgen/journal", told(["dist/small.apkg", False, hashed(b"new")]))
    git = ["git", "-C", str(project.root)]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "-f", ".flashgen/journal"], check=True)
    done = run("check", "-C", project.root)
    assert (done.code, "is under version control, where flashgen never puts it" in done.told) == (3, True)
    assert output.exists()
    subprocess.run([*git, "rm", "-q", "--cached", ".flashgen/journal"], check=True)
    assert run("check", "-C", project.root).code == 0
    assert not journal.exists()


@pytest.mark.parametrize(
    "beside", ["", "[", told(["a.apkg", False, VICTIM], run="2"), told(["../a.apkg", False, VICTIM])]
)
def test_a_journal_cannot_undo_in_another_folder_what_its_own_run_did_not_do_there(
    project: Project, tmp_path_factory: pytest.TempPathFactory, beside: str
) -> None:
    away = tmp_path_factory.mktemp("away")
    (away / "a.apkg").write_bytes(b"precious")
    if beside:
        (away / BESIDE).write_text(beside)
    project.write(".flashgen/journal", told(folders=[str(away), "/dev/null", "/nowhere"]))
    store.undo_unfinished(project.root)
    assert (away / "a.apkg").read_bytes() == b"precious"
    assert not (project.root / ".flashgen/journal").exists()


def test_explain_and_schema_undo_nothing(project: Project, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.root)
    project.write(".flashgen/journal", "[")
    project.entries(FORMULA)
    assert [run("explain").code, run("schema").code] == [0, 0]
