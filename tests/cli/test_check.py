"""`flashgen check`, as typed."""

import runpy
import sys

import pytest

from flashgen import __version__
from tests.conftest import FORMULA, HEAD, Project, Run


def test_a_clean_project_is_said_to_be_clean(project: Project, run: Run) -> None:
    done = run("check", "-C", project.root)
    assert (done.code, done.out, done.err) == (0, "1 entry in 1 deck: no problems\n", "")


def test_quiet_says_nothing_where_nothing_is_wrong(project: Project, run: Run) -> None:
    assert run("check", "-q", "-C", project.root).out == ""


def test_a_problem_is_shown_with_its_line_a_caret_and_a_cure(project: Project, run: Run) -> None:
    project.entries(FORMULA.replace("note: 49", "note: 50"))
    done = run("check", "-C", project.root)
    assert done.code == 1
    said = done.err.splitlines()
    assert said[0].endswith("06-pattern.yaml:7:11: error: footnote 50 does not stand on page 98 [page-out-of-range]")
    assert said[1:] == [
        "        note: 50",
        "              ^",
        "    footnotes there: 48, 49",
        "1 error",
    ]


def test_of_a_very_long_line_only_what_is_around_the_problem_is_shown(project: Project, run: Run) -> None:
    project.entries("  - {id: x, page: 98, ask: " + "long " * 300 + ", answer: b, colour: red}\n")
    shown, caret = run("check", "-C", project.root).err.splitlines()[1:3]
    assert len(shown) <= 204
    assert shown[caret.index("^") :].startswith("colour: red")


def test_a_problem_of_a_missing_file_has_no_line_to_show(project: Project, run: Run) -> None:
    (project.root / "decks/empty").mkdir()
    done = run("check", "-C", project.root)
    assert (done.code, "empty/deck.yaml:1:1: error: there is no such file" in done.err) == (1, True)


def test_a_problem_at_the_end_of_a_file_has_no_line_to_show(project: Project, run: Run) -> None:
    project.write("decks/small/07-empty.yaml", "# nothing\n")
    done = run("check", "-C", project.root)
    assert (done.code, "nothing is in this file" in done.err, "1 error\n" in done.err) == (1, True, True)


def test_all_problems_of_all_files_come_in_one_run_in_file_order(project: Project, run: Run) -> None:
    project.entries("  - id: A\n    page: 1\n    ask: Q\n    answer: A\n")
    project.write("decks/small/05-first.yaml", HEAD.replace("VI", "IX") + FORMULA)
    project.write("source/tucker-1999.yaml", (project.root / "source/tucker-1999.yaml").read_text() + "colour: red\n")
    done = run("check", "-C", project.root)
    rules = [line.rsplit("[", 1)[1][:-1] for line in done.err.splitlines() if line.endswith("]")]
    assert rules == ["no-such-section", "bad-id", "page-out-of-range", "unknown-key"]
    assert done.err.endswith("4 errors\n")


def test_the_package_runs_as_a_module_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["flashgen", "--version"])
    with pytest.raises(SystemExit) as left:
        runpy.run_module("flashgen", run_name="__main__")
    assert (left.value.code, capsys.readouterr().out) == (0, f"flashgen, version {__version__}\n")


def test_an_unknown_command_is_wrong_usage(run: Run) -> None:
    done = run("biuld")
    assert (done.code, "No such command" in done.err) == (2, True)


def test_help_lists_the_commands(run: Run) -> None:
    done = run("--help")
    assert done.code == 0
    assert "build" in done.out
    assert "check" in done.out


def test_a_page_out_of_range_hides_no_other_problem_of_the_same_entry(project: Project, run: Run) -> None:
    project.entries("  - id: one\n    page: 198\n    ask: Q\n    answer: A\n    colour: red\n")
    done = run("check", "-C", project.root)
    assert "unknown-key" in done.err
    assert "page-out-of-range" in done.err
