"""Names and words that a terminal or a workflow would obey: shown as they are, on one line, on every way out."""

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from flashgen.emit.report.findings import FORMATS
from flashgen.history.lockfile import written
from flashgen.history.locks import read_lock
from flashgen.model.findings import Findings
from flashgen.model.place import Place
from flashgen.model.problem import Problem
from flashgen.model.shown import shown
from tests.conftest import DECK, FORMULA, Project, Run

NAMES = ("har\n::error::x", "a\x1b[2J", "b\u202egpj", "c\x9b2J", "d\r::error::x", os.fsdecode(b"e\xff"), "f\u2028x")
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]|^\\s*::", re.MULTILINE)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a\nb", "a\\nb"),
        ("\x1b[2J", "\\x1b[2J"),
        ("\u202e", "\\u202e"),
        (os.fsdecode(b"\xff"), "\\udcff"),
        ("\u2028", "\\u2028"),
        ("барщина «é» 日本 🇫🇷", "барщина «é» 日本 🇫🇷"),
        ("\u0646\u200c\u062f", "\u0646\u200c\u062f"),
        ("C:\\folder", "C:\\folder"),
    ],
)
def test_what_cannot_be_shown_is_written_out_and_letters_of_any_script_stay(words: str, expected: str) -> None:
    assert shown(words) == expected


COMMANDS = [("check", "-q"), ("check", "--fix"), ("check", "--format", "github"), ("build",), ("plan",), ("sheets",)]


@pytest.mark.parametrize(
    ("name", "file", "command"),
    [
        *[(name, file, ("check",)) for name in NAMES for file in (True, False)],
        *[(NAMES[0], False, command) for command in COMMANDS],
    ],
    ids=ascii,
)
def test_a_name_with_control_characters_is_an_error_and_is_written_out(
    project: Project, run: Run, name: str, file: bool, command: tuple[str, ...]
) -> None:
    folder = "decks/small" if file else f"decks/{name}"
    project.write(f"{folder}/deck.yaml", DECK)
    project.write(f"{folder}/{name if file else '07-x'}.yaml", "chapter: VI\ntitle: x\nentries:\n" + FORMULA)
    done = run(*command, "-C", project.root)
    said = "".join(line for line in f"{done.out}{done.err}".splitlines(True) if not line.startswith("::error file="))
    assert done.code == 1
    assert "control-character" in done.out + done.err
    assert OBEYED.findall(said) == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_machine_formats_have_no_control_characters(form: str, name: str) -> None:
    problem = Problem(Place(f"decks/{name}/a.yaml", 1, 1), "long-answer", f"a {name}", f"b {name}", words=name)
    out = FORMATS[form](Findings((problem,), {problem.place.path: (name,)}))
    assert out.encode("utf-8")
    (line,) = out.splitlines() if form == "github" else [json.dumps(json.loads(out))]
    assert line.startswith("::error file=decks/" if form == "github" else "{")
    assert OBEYED.findall(line.removeprefix("::")) == []


@pytest.mark.parametrize("line", ["::error::x", "  ::add-mask::x", "a: '##[error]x'"])
def test_a_line_of_a_file_is_no_command_for_a_workflow(project: Project, run: Run, line: str) -> None:
    project.write("decks/small/07-x.yaml", f"chapter: VI\ntitle: x\nentries:\n  - >-\n    {line}\n  - {line}\n")
    done = run("check", "-C", project.root)
    assert done.code == 1
    assert not re.search(r"^\s*::|##\[", done.err, re.MULTILINE)


@pytest.mark.parametrize(
    "command",
    [
        ("build", "no\n::error::x"),
        ("build", "-c", "no\x1b[2J"),
        ("check", "--text", "no\n::error::x"),
        ("check", "--baseline", "no\x1b[2J"),
        ("explain", "no\n::error::x"),
        ("no\n::error::x",),
        ("sheets", "--tag", "no\x1b"),
        ("sheets", "--back-reads", "no\n::error::x"),
        ("plan", "--since", "no\n::error::x"),
    ],
    ids=ascii,
)
def test_messages_repeat_arguments_without_control_characters(
    project: Project, run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(project.root)
    done = run(*command)
    assert done.code in (2, 3)
    assert "no\\" in done.told
    assert OBEYED.findall(done.out + done.err) == []


@pytest.mark.parametrize("command", ["build", "sheets", "schema"])
def test_a_folder_above_the_project_may_have_any_name(tmp_path: Path, run: Run, command: str, project: Project) -> None:
    root = tmp_path / "a\n::error::x\x1b"
    root.mkdir()
    for name in ("decks", "source"):
        (project.root / name).rename(root / name)
    done = run(command, *(["--write"] if command == "schema" else []), "-C", root)
    assert done.code == 0
    assert OBEYED.findall(done.out + done.err) == []


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_a_plan_shows_a_lock_without_control_characters(project: Project, run: Run, form: str) -> None:
    project.build(1_790_000_000)
    evil = project.deck().lock.notes["formula"]
    lock = read_lock(project.root / "decks/small", project.root, [])
    fields = {**evil.fields, "Text": "\x1b[2J\u202e\n::error::x"}
    notes = {**lock.notes, "g\n::error::x": replace(evil, id="g\n::error::x", guid="g", fields=fields)}
    (project.root / "decks/small/deck.lock").write_bytes(written(replace(lock, notes=notes)))
    done = run("plan", "--format", form, "-C", project.root)
    assert done.code == 0
    assert OBEYED.findall(done.out + done.err) == []
