"""Findings as SARIF 2.1.0, the format of code scanning and editors."""

import json
import re
from urllib.parse import quote

from flashgen import __version__
from flashgen.check.rule import Rule
from flashgen.model.findings import Findings
from flashgen.model.problem import Problem

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

Value = dict[str, object]


def as_sarif(findings: Findings) -> str:
    """Return findings as a SARIF log with one run."""
    from flashgen.check.shelves import RULES

    driver = {"name": "flashgen", "version": __version__, "rules": [_rule(rule) for rule in RULES]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, findings.seen(problem.place.path)) for problem in findings.problems],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule) -> Value:
    from flashgen.check.manual import manual

    page = manual(rule)
    what = page.what or rule.name  # python -OO removes docstrings
    examples = ("Wrong:", page.wrong, "Right:", page.right) if page.wrong else ()
    return {
        "id": rule.name,
        "shortDescription": _message(what),
        "fullDescription": _message(" ".join(f"{what} {page.why}".split())),
        "help": _message("\n\n".join((what, page.why, *examples))),
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(problem: Problem, path: str) -> Value:
    place = problem.place
    region = {"startLine": place.line, "startColumn": place.column}
    if problem.length:
        region["endColumn"] = place.column + problem.length
    return {
        "ruleId": problem.rule,
        "level": problem.severity,
        "message": _message(f"{problem.message}; {problem.hint}"),
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": quote(path, errors="surrogateescape")}, "region": region}}
        ],
    }


def _message(words: str) -> Value:
    """Return a SARIF message: braces are doubled, and brackets escaped where they would form a link."""
    doubled = re.sub(r"([{}])", r"\1\1", words)
    return {"text": re.sub(r"([\\\[\]])", r"\\\1", doubled) if "](" in doubled else doubled}
