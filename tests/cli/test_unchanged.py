"""What has not changed is not made again; a run that makes use of earlier ones says and writes the same."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import flashgen.cli.check
import flashgen.cli.packages
from flashgen.store import cache
from tests.check.test_cases import CASES, GOOD, found
from tests.cli.test_build import SECOND
from tests.conftest import DECK, FORMULA, SOURCE, Outcome, Project, Run
from tests.emit.paper.made import png

Counted = Callable[[], int]
WEAK = "  - id: weak\n    ask: Is it so?\n    answer: yes\n    page: 98\n"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """Return a function that tells how many builds and checks were made since it was last asked."""
    calls = []

    def counting(name: str, module: object) -> None:
        real = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *given: calls.append(1) or real(*given))

    counting("read_decks", flashgen.cli.packages)
    counting("checked_decks", flashgen.cli.check)

    def asked() -> int:
        count = len(calls)
        calls.clear()
        return count

    return asked


def kept(project: Project) -> list[Path]:
    """Return the files that earlier runs have left for later ones."""
    return sorted((project.root / ".flashgen/cache").glob("*"))


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_second_run_says_the_same_and_makes_nothing(command: str, project: Project, run: Run, made: Counted) -> None:
    project.entries(FORMULA + WEAK * (command == "check"))
    run("build", "-C", project.root, "--accept")
    made()
    first = run(command, "-C", project.root)
    assert made() == (command == "check")
    assert run(command, "-C", project.root) == first
    assert made() == 0


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_findings_are_told_again_in_every_format(form: str, project: Project, run: Run, made: Counted) -> None:
    project.entries(FORMULA + WEAK)
    (first, second) = [run("check", "-C", project.root, "--format", form) for _ in range(2)]
    assert (first, made()) == (second, 1)
    assert "yes-no-question" in first.out + first.err


def test_how_findings_are_told_makes_no_other_run(project: Project, run: Run, made: Counted) -> None:
    project.entries(FORMULA + WEAK)
    codes = [run("check", "-C", project.root, *more).code for more in ((), ("--strict",), ("-q",), ("--notes",))]
    assert (codes, made()) == ([0, 1, 0, 0], 1)


CHANGES = {
    "a word": lambda project: project.entries(FORMULA.replace("lean", "thin")),
    "a comment": lambda project: project.entries(FORMULA + "# more\n"),
    "deck.yaml": lambda project: project.write("decks/small/deck.yaml", DECK.replace("tag: small", "tag: other")),
    "the source": lambda project: project.write("source/tucker-1999.yaml", SOURCE.replace("pattern", "shape")),
    "a new chapter": lambda project: project.entries(SECOND, "05-first.yaml", "chapter: V\ntitle: I\nentries:\n"),
    "a new picture": lambda project: project.write("decks/small/new.png", png(3, 2)),
    "a stray file": lambda project: project.write("decks/stray.yaml", "chapter: I\n"),
    "a new folder": lambda project: (project.root / "decks/empty").mkdir(),
    "a lock of no end": lambda project: project.write("decks/small/deck.lock", project.lock()[:-1]),
    "no lock": lambda project: (project.root / "decks/small/deck.lock").unlink(),
}
OUTPUTS = {
    "no package": lambda project: (project.root / "dist/small.apkg").unlink(),
    "another package": lambda project: project.write("dist/small.apkg", "PK"),
    "a package that is a link": lambda project: linked(project.root / "dist/small.apkg"),
    "one more package": lambda project: project.write("dist/small-more.apkg", "PK"),
}


def linked(path: Path) -> None:
    """Move a file elsewhere, and leave a link to it."""
    path.symlink_to(path.rename(path.with_name("moved.bin")))


@pytest.mark.parametrize("change", [*CHANGES, *OUTPUTS])
def test_a_build_is_made_where_anything_has_changed_as_without_earlier_ones(
    change: str, project: Project, run: Run, made: Counted
) -> None:
    run("build", "-C", project.root)
    (CHANGES | OUTPUTS)[change](project)
    twin = Project(project.root.with_name(f"{project.root.name}-twin"))
    shutil.copytree(project.root, twin.root, symlinks=True, ignore=shutil.ignore_patterns(".flashgen"))
    made()
    assert said(project, run("build", "-C", project.root)) == said(twin, run("build", "-C", twin.root, "--no-cache"))
    assert made() == 2
    assert content(project.root / "dist") == content(twin.root / "dist")


@pytest.mark.parametrize("change", CHANGES)
def test_a_check_is_made_where_any_file_has_changed(change: str, project: Project, run: Run, made: Counted) -> None:
    run("build", "-C", project.root)
    run("check", "-C", project.root)
    CHANGES[change](project)
    made()
    run("check", "-C", project.root)
    assert made() == 1


def said(project: Project, outcome: Outcome) -> tuple[int, str, str]:
    """Return how a run ended and what it said, whatever the folder of the project."""
    name = os.path.relpath(project.root)
    return outcome.code, outcome.out.replace(name, "."), outcome.err.replace(name, ".")


def content(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder; times of releases are as they come."""
    return {path.name: b"" for path in folder.iterdir()}


@pytest.mark.parametrize(
    "options", [["--each-chapter"], ["--update"], ["-c", "VI"], ["--tier", "more"], ["-o", "there"], ["small"]]
)
def test_other_options_are_another_run_and_each_is_remembered(
    options: list[str], project: Project, run: Run, made: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.root)
    run("build")
    made()
    first, second = run("build", *options), run("build", *options)
    assert (first, made()) == (second, 1)


def test_a_folder_of_one_name_elsewhere_is_another(
    project: Project, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        assert run("build", "-C", project.root, "-o", "out").code == 0
        assert (tmp_path / name / "out/small.apkg").exists()


def test_files_that_were_written_anew_with_what_they_said_have_not_changed(
    project: Project, run: Run, made: Counted
) -> None:
    run("build", "-C", project.root)
    for path in (project.root / "decks").rglob("*.*"):
        content = path.read_bytes()
        path.unlink()
        path.write_bytes(content)
    made()
    assert run("build", "-C", project.root).code == made() == 0


@pytest.mark.parametrize("options", [["--no-cache"], ["--merge"]])
def test_some_options_make_everything_anew(options: list[str], project: Project, run: Run, made: Counted) -> None:
    run("build", "-C", project.root)
    made()
    assert run("build", "-C", project.root, *options).code == 0
    assert made() == 1


def test_without_the_cache_none_is_written_either(project: Project, run: Run) -> None:
    run("build", "-C", project.root, "--no-cache")
    run("check", "-C", project.root, "--no-cache")
    assert kept(project) == []


def test_a_clock_before_the_last_release_stops_it_too(
    project: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("build", "-C", project.root)
    monkeypatch.setattr(time, "time", lambda: 1_500_000_000.0)
    assert "in the future" in run("build", "-C", project.root).err


def test_files_behind_links_may_change_unseen_so_nothing_is_kept(project: Project, run: Run, made: Counted) -> None:
    os.link(project.write("elsewhere.png", png(3, 2)), project.root / "decks/small/hard.png")
    (project.root / "decks/small/soft.png").symlink_to("hard.png")
    runs = [run(command, "-C", project.root).code for command in ("build", "build", "check", "check")]
    assert (runs, made(), kept(project)) == ([0, 0, 0, 0], 4, [])


def test_fonts_may_lie_anywhere_in_the_project_so_no_check_of_theirs_is_kept(
    project: Project, run: Run, made: Counted
) -> None:
    project.write("decks/small/deck.yaml", DECK + "fonts: here.ttf\n")
    assert [run("check", "-C", project.root).code for _ in range(2)] == [1, 1]
    assert made() == 2


def test_a_file_that_changes_during_a_build_is_built_the_next_time(
    project: Project, run: Run, made: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = flashgen.cli.packages.write_files

    def meanwhile(*given: object) -> None:
        real(*given)  # type: ignore[arg-type]
        project.entries(FORMULA.replace("lean", "thin"))

    monkeypatch.setattr(flashgen.cli.packages, "write_files", meanwhile)
    run("build", "-C", project.root)
    monkeypatch.setattr(flashgen.cli.packages, "write_files", real)
    made()
    run("build", "-C", project.root)
    assert made() == 1
    assert "thin" in project.lock()


def spoilt(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Change the content of a file."""
    path.write_bytes(change(path.read_bytes()))


@pytest.mark.parametrize(
    "change",
    [
        lambda content: b"",
        lambda content: content[:-1],
        lambda content: content + b" ",
        lambda content: content.replace(b'"newest": 1', b'"newest": 2'),
        lambda content: b"cos\nsystem\n(S'touch /tmp/x'\ntR.",
        lambda content: content.partition(b"\n")[0] + b"\n" + b"[" * 100_000,
    ],
)
def test_a_damaged_cache_is_as_none(
    change: Callable[[bytes], bytes], project: Project, run: Run, made: Counted
) -> None:
    run("build", "-C", project.root)
    first = run("build", "-C", project.root)
    for path in kept(project):
        spoilt(path, change)
    made()
    again = run("build", "-C", project.root)
    assert (again.code, again.out, made()) == (0, first.out, 1)
    run("build", "-C", project.root)
    assert made() == 0


def test_a_cache_that_came_with_a_project_is_not_believed(project: Project, run: Run, made: Counted) -> None:
    run("build", "-C", project.root)
    clone = project.root.with_name(f"{project.root.name}-clone")
    shutil.copytree(project.root, clone)
    made()
    run("build", "-C", clone)
    assert made() == 1


def test_another_flashgen_makes_all_anew(
    project: Project, run: Run, made: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("build", "-C", project.root)
    monkeypatch.setattr(cache, "__version__", "9.9")
    made()
    run("build", "-C", project.root)
    assert made() == 1


def test_a_cache_whose_folder_has_lost_its_mark_is_as_none(project: Project, run: Run, made: Counted) -> None:
    run("build", "-C", project.root)
    (project.root / ".flashgen/.gitignore").unlink()
    made()
    assert run("build", "-C", project.root).code == 0
    assert made() == 1


@pytest.mark.parametrize("where", [".flashgen", ".flashgen/cache"])
def test_the_cache_may_be_deleted(where: str, project: Project, run: Run) -> None:
    run("build", "-C", project.root)
    first = run("build", "-C", project.root)
    shutil.rmtree(project.root / where)
    again = run("build", "-C", project.root)
    assert (again.code, again.out) == (0, first.out)


def blocked_by_a_file(folder: Path) -> None:
    """Put a file where a folder belongs."""
    folder.write_text("")


def blocked_by_a_link(folder: Path) -> None:
    """Put a link to another folder where a folder belongs."""
    (folder.parents[1] / "elsewhere").mkdir()
    folder.symlink_to(folder.parents[1] / "elsewhere")


@pytest.mark.parametrize("block", [blocked_by_a_file, blocked_by_a_link])
def test_a_place_where_nothing_can_be_kept_changes_nothing_else(
    block: Callable[[Path], None], project: Project, run: Run
) -> None:
    (project.root / ".flashgen").mkdir()
    block(project.root / ".flashgen/cache")
    assert run("build", "-C", project.root).code == 0
    assert list((project.root / "elsewhere").glob("*")) == []


def test_a_pipe_in_the_place_of_what_is_kept_is_not_read(project: Project, run: Run) -> None:
    run("build", "-C", project.root)
    for path in kept(project):
        path.unlink()
        os.mkfifo(path)
    assert run("build", "-C", project.root).code == 0


@pytest.mark.parametrize("case", [*CASES, *GOOD], ids=lambda case: case.stem)
def test_each_case_is_built_and_checked_alike_with_and_without_the_cache(
    case: Path, project: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1500000000")
    found(project, case)
    told, files = [], []
    shutil.rmtree(project.root / "dist", ignore_errors=True)
    (project.root / "decks/small/deck.lock").unlink(missing_ok=True)
    run("build", "-C", project.root, "--no-cache")
    for options in (("--no-cache",), (), ()):
        told.append([run(command, "-C", project.root, *options) for command in ("build", "check")])
        files.append({path: path.read_bytes() for path in project.root.glob("d*/**/*.*") if path.is_file()})
    assert told[0] == told[1] == told[2]
    assert files[0] == files[1] == files[2]
