"""`flashgen schema`, as typed."""

import json
import os
from pathlib import Path

import pytest

from flashgen.emit.report.schema import FILES, schema
from tests.conftest import Project, Run


@pytest.mark.parametrize("file", FILES)
def test_the_schema_of_a_kind_of_file_is_printed(file: str, run: Run) -> None:
    done = run("schema", file)
    assert (done.code, done.out.encode()) == (0, schema(file))


def test_the_default_is_the_schema_of_chapters_and_needs_no_project(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert json.loads(run("schema").out)["title"] == "flashgen: a chapter"


def test_write_puts_all_schemas_where_files_refer_to_them_and_disturbs_no_deck(project: Project, run: Run) -> None:
    done = run("schema", "--write", "-C", project.root)
    names = [f"decks/.schema/{file}.json" for file in FILES]
    assert (done.code, done.out.splitlines()) == (0, [os.path.relpath(project.root / name) for name in names])
    written = {path.name: path.read_bytes() for path in (project.root / "decks/.schema").iterdir()}
    assert written == {f"{file}.json": schema(file) for file in FILES}
    assert run("check", "-C", project.root).out == "1 entry in 1 deck: no findings\n"


def test_write_needs_a_project(run: Run, tmp_path: Path) -> None:
    done = run("schema", "--write", "-C", tmp_path)
    assert (done.code, "no folder decks/" in done.told) == (2, True)


def test_an_unknown_kind_of_file_is_wrong_usage(run: Run) -> None:
    assert run("schema", "dek").code == 2
