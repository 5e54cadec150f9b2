"""`flashgen build`, as typed."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flashgen.store import files as store
from tests.conftest import DECK, FORMULA, HEAD, Project, Run

SECOND = "  - id: other\n    ask: Who wrote it?\n    answer: Kliuchevsky\n    page: 98\n"


def names(folder: Path) -> list[str]:
    """Return the files of a folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


def test_it_makes_a_package_and_says_what_is_in_it(project: Project, run: Run) -> None:
    done = run("build", "-C", project.root)
    assert done.code == 0
    package, summary = done.out.splitlines()
    assert re.fullmatch(r"\S*dist/small\.apkg: 1 note, 2 cards, [0-9]+ kB", package)
    assert summary == "Small: the first release, 1 note and 2 cards"
    assert names(project.root / "dist") == ["small.apkg"]


def test_it_ends_with_what_learners_will_see(project: Project, run: Run) -> None:
    run("build", "-C", project.root)
    project.entries(FORMULA.replace("The state", "A state"))
    assert run("build", "-C", project.root).out.splitlines()[-1] == "Small: 1 changed; 0 reviews at risk"
    for _ in range(2):  # the second one is recalled, not made
        done = run("build", "-C", project.root)
        assert done.out.splitlines()[-1] == "Small: nothing changes for learners; 0 reviews at risk"
    assert run("build", "-q", "-C", project.root).out == ""
    project.entries(FORMULA.replace("{{grew lean}}", "grew lean"))
    risky = run("build", "--accept", "-C", project.root).out.splitlines()[-1]
    assert risky == "Small: 1 changed; the reviews of 1 card are at risk"


def test_quiet_says_nothing(project: Project, run: Run) -> None:
    assert run("build", "-q", "-C", project.root).out == ""


@pytest.mark.parametrize(
    ("arguments", "made"),
    [
        (["--each-chapter"], ["small-05-first.apkg", "small-06-pattern.apkg", "small.apkg"]),
        (["-c", "VI"], ["small-06-pattern.apkg", "small.apkg"]),
        (["-c", "VI", "-c", "V"], ["small-05-first.apkg", "small-06-pattern.apkg", "small.apkg"]),
        (["-c", "05-first.yaml"], ["small-05-first.apkg", "small.apkg"]),
        (["-c", "05-first", "--each-chapter"], ["small-05-first.apkg", "small.apkg"]),
        (["-c", "decks/small/05-first.yaml", "-c", "V"], ["small-05-first.apkg", "small.apkg"]),
        (["small"], ["small.apkg"]),
    ],
)
def test_it_makes_the_requested_packages_and_always_that_of_the_whole_deck(
    project: Project, run: Run, arguments: list[str], made: list[str]
) -> None:
    project.entries(SECOND, "05-first.yaml", "chapter: V\ntitle: First\nentries:\n")
    assert run("build", "-C", project.root, *arguments).code == 0
    assert names(project.root / "dist") == made


def test_packages_can_go_into_another_folder(project: Project, run: Run, tmp_path: Path) -> None:
    assert run("build", "-C", project.root, "-o", tmp_path / "out/deep").code == 0
    assert names(tmp_path / "out/deep") == ["small.apkg"]


def test_the_project_is_found_from_any_folder_below(
    project: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.root / "decks/small")
    done = run("build")
    assert done.code == 0
    assert done.out.startswith("../../dist/small.apkg: ")


def test_problems_stop_the_build_and_the_last_good_output_stays(project: Project, run: Run) -> None:
    run("build", "-C", project.root)
    before = (project.root / "dist/small.apkg").read_bytes()
    project.entries(FORMULA.replace("page: 98", "page: 198"))
    done = run("build", "-C", project.root)
    assert done.code == 1
    assert "06-pattern.yaml:6:11: error: Tucker 1999 has no page 198 [page-out-of-range]" in done.told
    assert (project.root / "dist/small.apkg").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["smal"], 'no deck "smal" in decks/: did you mean "small"?'),
        (["-c", "VII"], 'no chapter "VII": available: VI'),
        (["-c", "6"], 'no chapter "6": available: VI'),
        (["-c", "pattern"], 'no chapter "pattern": did you mean "06-pattern"?'),
        (["-c", "06-pattern.txt"], 'no chapter "06-pattern.txt": did you mean "06-pattern"?'),
        (["-c", "nowhere"], 'no chapter "nowhere": available: VI'),
        (["--nonsense"], "no option"),
    ],
)
def test_a_deck_or_chapter_that_does_not_exist_is_wrong_usage(
    project: Project, run: Run, arguments: list[str], said: str
) -> None:
    done = run("build", "-C", project.root, *arguments)
    assert done.code == 2
    assert said in done.told
    assert not (project.root / "dist").exists()


def test_outside_a_project_it_says_where_it_looked(run: Run, tmp_path: Path) -> None:
    done = run("build", "-C", tmp_path)
    assert (done.code, done.told) == (
        2,
        f"error: no folder decks/ in {tmp_path} or above it: name a project with -C, or start one with: "
        "flashgen new NAME\n",
    )


def test_a_project_without_decks_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    done = run("build", "-C", tmp_path)
    assert (done.code, "flashgen new NAME" in done.told) == (2, True)


def test_an_output_that_cannot_be_written_exits_with_3(project: Project, run: Run) -> None:
    project.write("dist", "a file where the folder should be")
    done = run("build", "-C", project.root)
    assert done.code == 3
    assert done.told.endswith("dist/small.apkg cannot be written: File exists; the earlier file was not changed\n")
    assert (project.root / "dist").read_text() == "a file where the folder should be"


def test_a_folder_in_the_place_of_a_file_is_a_finding(project: Project, run: Run) -> None:
    (project.root / "decks/small/07-folder.yaml").mkdir()
    done = run("build", "-C", project.root)
    assert (done.code, "07-folder.yaml:1:1: error: " in done.told) == (1, True)


def test_a_pipe_in_the_place_of_a_file_exits_with_3_without_waiting(project: Project, run: Run) -> None:
    os.mkfifo(project.root / "decks/small/07-pipe.yaml")
    done = run("build", "-C", project.root)
    assert (done.code, "07-pipe.yaml cannot be read: not a file" in done.told) == (3, True)


def test_a_failing_disk_exits_with_3(project: Project, run: Run) -> None:
    done = run("check", "--text", "/proc/self/mem", "-C", project.root)
    assert (done.code, "/proc/self/mem cannot be read: Input/output error" in done.told) == (3, True)


@pytest.mark.parametrize("chapter", ["b", "B"])
def test_two_packages_of_one_name_are_refused(project: Project, run: Run, chapter: str) -> None:
    project.entries(FORMULA, f"{chapter}.yaml")
    project.write("decks/small-b/deck.yaml", DECK.replace("0b8e", "1b8e").replace("Small", "Small B"))
    project.write("decks/small-b/06-pattern.yaml", HEAD + FORMULA)
    (project.root / "decks/small/06-pattern.yaml").unlink()
    done = run("build", "--each-chapter", "-C", project.root)
    assert (done.code, f"two packages would have the name small-{chapter}.apkg" in done.told) == (2, True)
    assert not (project.root / "dist").exists()


def test_a_name_that_the_terminal_cannot_show_does_not_fail_the_build(project: Project) -> None:
    (project.root / "decks/small").rename(project.root / "decks/маленький")
    done = subprocess.run(
        [sys.executable, "-m", "flashgen", "build", "-C", str(project.root)],
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, r"\u043c" in done.stdout, done.stderr) == (0, True, "")


def test_it_runs_without_standard_error(project: Project, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert run("build", "-C", project.root).code == 0


def test_control_c_exits_with_130_and_one_sentence(project: Project, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(store, "write", interrupted)
    done = run("build", "-C", project.root)
    assert (done.code, done.err.lstrip()) == (130, "error: interrupted; no output is half written\n")


def test_any_other_failure_of_the_system_is_one_sentence(
    project: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise OSError(5, "Input/output error", "dist")

    monkeypatch.setattr("flashgen.cli.packages.write_files", failing)
    done = run("build", "-C", project.root)
    assert (done.code, done.err) == (3, "error: dist: Input/output error\n")


def test_a_set_time_gives_the_same_bytes_on_another_day(
    project: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made = []
    for clock in (1_790_000_000, 1_790_086_400):
        monkeypatch.setattr(time, "time", lambda clock=clock: clock)
        assert run("build", "-C", project.root).code == 0
        made.append((project.root / "dist/small.apkg").read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize("said", ["0", "tomorrow", "-5", "99999999999", "9" * 5000])
def test_an_impossible_time_is_refused(project: Project, run: Run, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    done = run("build", "-C", project.root)
    assert (done.code, f"SOURCE_DATE_EPOCH is {said}" in done.told) == (3, True)
