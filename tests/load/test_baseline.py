"""The baseline: findings that a deck had when it arrived."""

import json
from pathlib import Path

import pytest

from flashgen.emit.report.findings.json import as_json
from flashgen.errors import UnreadableError
from flashgen.load.baseline import read_baseline, unknown
from flashgen.load.findings import findings
from flashgen.model.place import Place
from flashgen.model.problem import Problem
from flashgen.pipeline import checked_decks
from tests.conftest import FORMULA, Project

CURE = "write a new one with flashgen check --format json"


def problem(line: int, message: str = "a slip", rule: str = "slip", path: str = "decks/a/01.yaml") -> Problem:
    """Return a finding."""
    return Problem(Place(path, line, 5), rule, message, "mend it")


def new(tmp_path: Path, old: list[Problem], now: list[Problem]) -> list[Problem]:
    """Return what is new where those old ones were printed once."""
    file = tmp_path / "old.json"
    file.write_text(as_json(findings(old, tmp_path)), "utf-8")
    return list(unknown(now, read_baseline(file)))


def test_a_finding_that_stood_there_is_known_wherever_its_line_has_moved_to(tmp_path: Path) -> None:
    assert new(tmp_path, [problem(4)], [problem(40)]) == []


DIFFERENT = {
    "another rule": problem(4, rule="slips"),
    "another message": problem(4, message="a slap"),
    "another file": problem(4, path="decks/a/02.yaml"),
}


@pytest.mark.parametrize("other", DIFFERENT.values(), ids=DIFFERENT)
def test_what_differs_in_anything_else_is_new(tmp_path: Path, other: Problem) -> None:
    assert new(tmp_path, [problem(4)], [other]) == [other]


def test_as_many_are_known_as_there_were(tmp_path: Path) -> None:
    now = [problem(line) for line in (4, 8, 12)]
    assert new(tmp_path, [problem(1), problem(2)], now) == now[2:]


def test_other_severities_and_cures_make_no_new_finding(tmp_path: Path) -> None:
    assert new(tmp_path, [problem(4)], [Problem(Place("decks/a/01.yaml", 4, 5), "slip", "a slip", "x", "note")]) == []


@pytest.mark.parametrize("twice", [FORMULA * 2, FORMULA + "    note: 48\n"], ids=["same-id", "repeated-key"])
def test_a_message_that_names_a_line_is_known_after_that_line_has_moved(project: Project, twice: str) -> None:
    project.entries(twice)
    old = list(checked_decks(project.root, ())[1])
    project.entries("  # a new comment\n  # of two lines\n" + twice)
    now = list(checked_decks(project.root, ())[1])
    assert [one.message for one in old] != [one.message for one in now]
    assert new(project.root, old, now) == []
    assert new(project.root, [], now) == now


def test_other_numbers_of_a_message_count(tmp_path: Path) -> None:
    longer = problem(4, "an answer of 19 words")
    assert new(tmp_path, [problem(4, "an answer of 17 words")], [longer]) == [longer]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_baseline_may_be_as_shells_of_windows_write_it(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "old.json"
    file.write_text(as_json(findings([problem(4, "«свод»")], tmp_path)), encoding)
    assert list(unknown([problem(5, "«свод»")], read_baseline(file))) == []


GOOD = {"rule": "r", "path": "p", "message": "m"}
BROKEN = {
    "empty": b"",
    "no JSON": b"decks/a/01.yaml:4:5: error: a slip",
    "not text": b"\xff\xfe\xff",
    "a list": b"[]",
    "a number": b"1",
    "without findings": b'{"version": 1}',
    "without a version": b'{"findings": []}',
    "findings that are none": b'{"version": 1, "findings": 1}',
    "a finding that is none": b'{"version": 1, "findings": ["slip"]}',
    "a finding without a path": b'{"version": 1, "findings": [{"rule": "r", "message": "m"}]}',
    "very deep": b"[" * 100_000,
} | {f"a number as {key}": json.dumps({"version": 1, "findings": [GOOD | {key: 1}]}).encode() for key in GOOD}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_broken_baseline_is_answered_with_a_cure(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "old.json").write_bytes(content)
    with pytest.raises(UnreadableError, match=rf"old\.json cannot be read: not a baseline: {CURE}$"):
        read_baseline(tmp_path / "old.json")


@pytest.mark.parametrize("version", [2, 0, "1", None])
def test_a_baseline_of_another_version_is_answered_with_a_cure(tmp_path: Path, version: object) -> None:
    (tmp_path / "old.json").write_text(json.dumps({"version": version, "findings": []}), "utf-8")
    with pytest.raises(UnreadableError, match=f"written by another version of flashgen: {CURE}$"):
        read_baseline(tmp_path / "old.json")


def test_a_newer_shape_of_findings_is_told_from_a_broken_file(tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text('{"version": 2, "findings": {"r": ["m"]}}', "utf-8")
    with pytest.raises(UnreadableError, match="another version"):
        read_baseline(tmp_path / "old.json")
