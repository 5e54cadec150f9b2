"""`flashgen check`, as typed."""

import json
import os
import pty
import re
import runpy
import subprocess
import sys
from contextlib import suppress
from os.path import relpath
from pathlib import Path

import pytest

from flashgen import __version__
from flashgen.emit.report.findings import FORMATS
from tests.conftest import FORMULA, HEAD, Project, Run


def test_a_project_without_findings_says_so(project: Project, run: Run) -> None:
    done = run("check", "-C", project.root)
    assert (done.code, done.out, done.err) == (0, "1 entry in 1 deck: no findings\n", "")


def test_quiet_prints_nothing_without_findings(project: Project, run: Run) -> None:
    assert run("check", "-q", "-C", project.root).out == ""


def test_a_finding_is_shown_with_its_line_a_caret_and_a_hint(project: Project, run: Run) -> None:
    project.entries(FORMULA.replace("note: 49", "note: 50"))
    done = run("check", "-C", project.root)
    assert done.code == 1
    file = relpath(project.root / "decks/small/06-pattern.yaml")
    assert done.err.splitlines() == [
        "error[page-out-of-range]: footnote 50 is not on page 98",
        f" --> {file}:7:11",
        "  |",
        "7 |     note: 50",
        "  |           ^^",
        "  |",
        "  = help: footnotes there: 48, 49",
        "  = note: Nobody could look up a fact at a place that the source does not have",
        "",
        "by rule:",
        "    page-out-of-range: 1 error",
        "by file:",
        f"    {file}: 1 error",
        "1 error",
    ]


def test_the_first_finding_of_each_rule_says_why_it_matters(project: Project, run: Run) -> None:
    project.entries(WRONG + LONG + WRONG.replace("id: wrong", "id: wronger").replace("wrote", "knew"))
    said = run("check", "-C", project.root).err.split("\n\n")
    assert [("= note: " in finding, "page-out-of-range" in finding) for finding in said[:3]] == [
        *[(True, True), (True, False), (False, True)],
    ]


def test_a_very_long_line_is_cut_to_what_is_around_the_finding(project: Project, run: Run) -> None:
    project.entries(
        "  - {id: x, page: 98, ask: What swelled up?, answer: b, extra: " + "long " * 300 + ", colour: red}\n"
    )
    shown, caret = run("check", "-C", project.root).err.splitlines()[3:5]
    assert len(shown) <= 140
    assert shown[caret.index("^") :].startswith("colour: red")


def test_a_finding_as_long_as_a_very_long_line_is_cut_at_both_ends(project: Project, run: Run) -> None:
    project.entries(
        "  - {id: x, page: 98, ask: What swelled up?, answer: b, extra: '" + "a " * 100 + "<b " + "c" * 19_000 + ">'}\n"
    )
    lines = run("check", "-C", project.root).err.splitlines()
    shown = next(line for line in lines if line.startswith("4 | …"))
    assert (len(shown), shown[-1]) == (140, "…")
    assert all(len(line) <= 140 for line in lines if set(line.strip(" |")) == {"^"})


def test_a_finding_about_a_missing_file_has_no_line_to_show(project: Project, run: Run) -> None:
    (project.root / "decks/empty").mkdir()
    done = run("check", "-C", project.root)
    assert (done.code, "empty/deck.yaml:1:1: error: this file is missing" in done.told) == (1, True)


def test_a_finding_at_the_end_of_a_file_has_no_line_to_show(project: Project, run: Run) -> None:
    project.write("decks/small/07-empty.yaml", "# nothing\n")
    done = run("check", "-C", project.root)
    assert (done.code, "this file is empty" in done.err, "1 error\n" in done.err) == (1, True, True)


def test_all_findings_of_all_files_come_in_one_run_in_file_order(project: Project, run: Run) -> None:
    project.entries("  - id: A\n    page: 1\n    ask: What swelled up?\n    answer: it\n")
    project.write("decks/small/05-first.yaml", HEAD.replace("VI", "IX") + FORMULA)
    project.write("source/tucker-1999.yaml", (project.root / "source/tucker-1999.yaml").read_text() + "colour: red\n")
    done = run("check", "-C", project.root)
    rules = re.findall(r"^error\[(.*?)\]", done.err, re.MULTILINE)
    assert rules == ["no-such-section", "bad-id", "page-out-of-range", "unknown-key"]
    assert done.err.endswith("4 errors\n")


LONG = "  - {id: long, ask: What was the kolkhoz in form?, answer: " + "w " * 16 + ", page: 98}\n"
WORDY = "  - {id: wordy, ask: Who worked on the estate?, answer: " + "w " * 9 + ", page: 98}\n"
WRONG = "  - {id: wrong, ask: Who wrote the formula?, answer: A, page: 198}\n"
ALL = {"error": WRONG, "warning": LONG, "note": WORDY}


def severities(said: str) -> list[str]:
    """Return the severity of each finding that was printed."""
    return re.findall(r"^(error|warning|note)\[", said, re.MULTILINE)


SHOWN = {
    "nothing": ((), ["warning", "error"], 1),
    "--notes": (("--notes",), ["warning", "note", "error"], 1),
    "-q": (("-q",), ["error"], 1),
    "-q --notes": (("-q", "--notes"), ["error"], 1),
    "-q --strict": (("-q", "--strict"), ["warning", "error"], 1),
}


@pytest.mark.parametrize(("options", "shown", "code"), SHOWN.values(), ids=SHOWN)
def test_which_findings_are_shown(
    options: tuple[str, ...], shown: list[str], code: int, project: Project, run: Run
) -> None:
    project.entries(LONG + WORDY + WRONG)
    done = run("check", *options, "-C", project.root)
    assert (severities(done.err), done.code, done.out) == (shown, code, "")


FAILS = {
    "an error": (WRONG, (), 1),
    "a warning": (LONG, (), 0),
    "a warning, where it is strict": (LONG, ("--strict",), 1),
    "a note, where it is strict": (WORDY, ("--strict", "--notes"), 0),
}


@pytest.mark.parametrize("form", ["text", *FORMATS])
@pytest.mark.parametrize(("entries", "options", "code"), FAILS.values(), ids=FAILS)
def test_what_fails_is_the_same_in_each_format(
    entries: str, options: tuple[str, ...], code: int, form: str, project: Project, run: Run
) -> None:
    project.entries(entries)
    assert run("check", "--format", form, *options, "-C", project.root).code == code


def test_the_summary_counts_by_rule_and_by_file_and_mentions_hidden_notes(project: Project, run: Run) -> None:
    project.entries(LONG + WORDY)
    project.entries(
        WRONG + LONG.replace("id: long", "id: long-too").replace("in form", "in fact"), file="05-older.yaml"
    )
    folder = relpath(project.root / "decks/small")
    assert run("check", "-C", project.root).err.splitlines()[-7:] == [
        "by rule:",
        "    long-answer: 2 warnings",
        "    page-out-of-range: 1 error",
        "by file:",
        f"    {folder}/05-older.yaml: 1 error, 1 warning",
        f"    {folder}/06-pattern.yaml: 1 warning",
        "1 error, 2 warnings; 1 note not shown (use --notes)",
    ]


def test_on_a_narrow_terminal_the_summary_is_wrapped(
    project: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    project.entries(WRONG)
    _, files = run("check", "-C", project.root).err.split("by file:\n")
    assert all(len(line) <= 30 for line in files.splitlines())
    assert "".join(files.split()).endswith(".yaml:1error1error")


def test_hidden_notes_are_mentioned_if_there_is_no_other_finding(project: Project, run: Run) -> None:
    project.entries(WORDY + WORDY.replace("wordy", "wordier").replace("estate", "kolkhoz"))
    done = run("check", "-C", project.root)
    assert (done.code, done.err) == (0, "")
    assert done.out == "2 entries in 1 deck: no findings; 2 notes not shown (use --notes)\n"


COUNTED = {
    "all are shown": (WRONG + LONG + WORDY, ("--notes",), "1 error, 1 warning, 1 note"),
    "notes are hidden": (WRONG + LONG + WORDY, (), "1 error, 1 warning; 1 note not shown (use --notes)"),
    "only errors are shown": (WRONG + LONG + WORDY, ("-q",), "1 error; 1 warning, 1 note not shown"),
    "only errors are shown whatever is asked": (
        WRONG + LONG + WORDY,
        ("-q", "--notes"),
        "1 error; 1 warning, 1 note not shown",
    ),
    "only what fails is shown": (WRONG + LONG + WORDY, ("-q", "--strict"), "1 error, 1 warning; 1 note not shown"),
    "nothing is hidden": (WRONG, ("-q",), "1 error"),
}


@pytest.mark.parametrize(("entries", "options", "counts"), COUNTED.values(), ids=COUNTED)
def test_the_last_line_counts_what_is_shown_and_what_is_hidden(
    entries: str, options: tuple[str, ...], counts: str, project: Project, run: Run
) -> None:
    project.entries(entries)
    assert run("check", *options, "-C", project.root).err.splitlines()[-1] == counts


def test_when_quiet_no_table_comes_before_the_counts(project: Project, run: Run) -> None:
    project.entries(WRONG)
    assert run("check", "-q", "-C", project.root).err.splitlines()[-3:] == [
        "  = note: Nobody could look up a fact at a place that the source does not have",
        "",
        "1 error",
    ]


@pytest.mark.parametrize("entries", [LONG, WORDY, LONG + WORDY])
def test_quiet_prints_nothing_if_nothing_fails(entries: str, project: Project, run: Run) -> None:
    project.entries(entries)
    done = run("check", "-q", "-C", project.root)
    assert (done.code, done.out, done.err) == (0, "", "")


def test_findings_in_the_baseline_are_counted_when_quiet_too(project: Project, run: Run) -> None:
    project.entries(LONG + WORDY)
    old = baseline(project, run)
    project.entries(LONG + WORDY + WRONG + LONG.replace("long,", "longer,").replace("kolkhoz", "artel"))
    said = run("check", "-q", "--baseline", old, "-C", project.root).err.splitlines()[-1]
    assert said == "1 error; 1 warning not shown; 2 in the baseline"


def test_a_terminal_gets_no_control_characters(project: Project, run: Run) -> None:
    project.write("decks/small/06-pattern.yaml", HEAD + FORMULA.replace("swelled", "\x1b[2Jswelled"))
    project.entries('  - {id: x, page: 98, ask: Q, answer: A, "\\x9b2J\\r\\n k": v}\n', file="07-more.yaml")
    said = run("check", "-C", project.root).err
    assert "\ufffd[2Jswelled" in said
    assert '"2J k"' in said
    assert not re.search("[\x1b\x9b\r]", said)


def on_a_terminal(root: Path, **environment: str) -> str:
    """Return what `flashgen check` prints where standard error is a terminal."""
    terminal, end = pty.openpty()
    command = [sys.executable, "-m", "flashgen", "check", "--notes", "-C", str(root)]
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    subprocess.run(command, stderr=end, stdout=subprocess.DEVNULL, env=kept | environment, check=False)
    os.close(end)
    said = b""
    with suppress(OSError):  # the end of what was said is an error to Linux
        while more := os.read(terminal, 65536):
            said += more
    os.close(terminal)
    return said.decode("utf-8")


@pytest.mark.parametrize(("severity", "colour"), [("error", 31), ("warning", 33), ("note", 34)])
def test_on_a_terminal_severities_and_marks_have_a_colour(severity: str, colour: int, project: Project) -> None:
    project.entries(ALL[severity])
    said = on_a_terminal(project.root)
    assert re.search(rf"\x1b\[{colour}m\x1b\[1m{severity}\[[a-z-]+\]\x1b\[0m", said)
    assert f"\x1b[{colour}m\x1b[1m^" in said


def test_no_color_turns_colours_off(project: Project) -> None:
    project.entries(WRONG)
    assert "\x1b" in on_a_terminal(project.root, NO_COLOR="")
    said = on_a_terminal(project.root, NO_COLOR="1")
    assert "error[page-out-of-range]: " in said
    assert "\x1b" not in said


@pytest.mark.parametrize("command", [("check",), ("plan", "--since", "nowhere"), ("biuld",)], ids=" ".join)
def test_colours_can_be_forced_where_there_is_no_terminal(command: tuple[str, ...], project: Project) -> None:
    project.entries(WRONG)
    run = [sys.executable, "-m", "flashgen", *command]
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"FORCE_COLOR": "1"}
    said = [
        subprocess.run(run, cwd=project.root, env=kept | more, capture_output=True, check=False).stderr
        for more in ({}, {"NO_COLOR": "1"})
    ]
    assert [b"\x1b[31m" in one for one in said] == [True, False]


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(columns: int, project: Project) -> None:
    project.entries(LONG + WORDY + WRONG)
    said = on_a_terminal(project.root, COLUMNS=str(columns), NO_COLOR="1").replace("\r", "")
    lines = [line for line in said.split("by rule:")[0].splitlines() if "-->" not in line]
    assert max(map(len, lines)) <= columns
    assert severities(said) == ["warning", "note", "error"]


def test_without_a_terminal_there_is_no_colour(project: Project, run: Run) -> None:
    project.entries(WRONG)
    assert "\x1b" not in run("check", "-C", project.root).err


@pytest.mark.parametrize("form", FORMATS)
def test_formats_for_machines_have_all_severities_on_standard_output_alone(
    form: str, project: Project, run: Run
) -> None:
    project.entries(LONG + WORDY + WRONG)
    done = run("check", "-q", "--format", form, "-C", project.root)
    assert done.err == ""
    assert (done.out.count("long-answer"), done.out.count("page-out-of-range")) >= (2, 1)
    assert len(re.findall(r'"note"|::notice', done.out)) >= 1


def test_what_machines_read_is_utf_8_whatever_the_terminal(project: Project) -> None:
    project.entries(WRONG.replace("198", "что"))
    command = [sys.executable, "-m", "flashgen", "check", "--format", "github", "-C", str(project.root / "decks")]
    kept = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, stdout=subprocess.PIPE, env=kept, check=False)
    assert "no page что" in done.stdout.decode("utf-8")


def test_on_github_files_are_named_from_the_workspace(
    project: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(project.root.parent))
    monkeypatch.chdir(project.root)
    project.entries(WRONG)
    path = f"{project.root.name}/decks/small/06-pattern.yaml"
    assert run("check", "--format", "github").out.startswith(f"::error file={path},line=4,")
    assert f'"uri": "{path}"' in run("check", "--format", "sarif").out
    assert '"path": "decks/small/06-pattern.yaml"' in run("check", "--format", "json").out


def baseline(project: Project, run: Run) -> Path:
    """Write what is found now, and return the file."""
    return project.write("old.json", run("check", "--format", "json", "-C", project.root).out)


def test_findings_in_the_baseline_are_ignored_and_do_not_fail(project: Project, run: Run) -> None:
    project.entries(WRONG + LONG + WORDY)
    old = baseline(project, run)
    project.entries("\n\n" + WRONG + LONG + WORDY)
    done = run("check", "--strict", "--baseline", old, "-C", project.root)
    assert (done.code, done.err) == (0, "")
    assert done.out == "3 entries in 1 deck: no findings; 3 in the baseline\n"


def test_what_is_new_since_a_baseline_fails(project: Project, run: Run) -> None:
    project.entries(LONG)
    old = baseline(project, run)
    project.entries(LONG + WRONG)
    done = run("check", "--baseline", old, "-C", project.root)
    assert (done.code, severities(done.err)) == (1, ["error"])
    assert done.told.endswith("\n1 error; 1 in the baseline\n")
    told = json.loads(run("check", "--format", "json", "--baseline", old, "-C", project.root).out)
    assert ([one["rule"] for one in told["findings"]], told["passed_over"]) == (["page-out-of-range"], 1)


def test_a_baseline_works_from_any_folder(project: Project, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    project.entries(WRONG)
    old = baseline(project, run)
    monkeypatch.chdir(project.root / "decks")
    assert run("check", "--baseline", old).code == 0


def test_a_broken_baseline_is_reported_in_one_sentence(project: Project, run: Run) -> None:
    old = project.write("old.json", "")
    done = run("check", "--baseline", old, "-C", project.root)
    assert done.code == 3
    assert (
        done.told == f"error: {old} cannot be read: not a baseline: write a new one with flashgen check --format json\n"
    )


def test_a_baseline_that_is_not_there_is_wrong_usage(project: Project, run: Run) -> None:
    assert run("check", "--baseline", project.root / "none.json", "-C", project.root).code == 2


def test_the_package_runs_as_a_module_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["flashgen", "--version"])
    with pytest.raises(SystemExit) as left:
        runpy.run_module("flashgen", run_name="__main__")
    assert (left.value.code, capsys.readouterr().out) == (0, f"flashgen, version {__version__}\n")


def test_an_unknown_command_is_wrong_usage(run: Run) -> None:
    done = run("biuld")
    assert (done.code, 'error: no command "biuld": did you mean "build"?' in done.told) == (2, True)


def test_help_lists_the_commands(run: Run) -> None:
    done = run("--help")
    assert done.code == 0
    assert "build" in done.out
    assert "check" in done.out


def test_a_page_out_of_range_hides_no_other_finding_of_the_same_entry(project: Project, run: Run) -> None:
    project.entries("  - id: one\n    page: 198\n    ask: What swelled up?\n    answer: it\n    colour: red\n")
    done = run("check", "-C", project.root)
    assert "unknown-key" in done.err
    assert "page-out-of-range" in done.err
