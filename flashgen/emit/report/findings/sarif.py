"""Findings in SARIF 2.1.0, which code scanning and editors read."""

import json
import re
from urllib.parse import quote

from flashgen import __version__
from flashgen.check.rule import Rule
from flashgen.model.findings import Findings
from flashgen.model.problem import Problem

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

Value = dict[str, object]


def as_sarif(found: Findings) -> str:
    """Return findings as a log of one run."""
    from flashgen.check.shelves import RULES

    driver = {"name": "flashgen", "version": __version__, "rules": [_rule(rule) for rule in RULES]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, found.seen(problem.place.path)) for problem in found.problems],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule) -> Value:
    from flashgen.check.manual import manual

    said = manual(rule)
    what = said.what or rule.name  # Python leaves docstrings out with -OO
    examples = ("Wrong:", said.wrong, "Right:", said.right) if said.wrong else ()
    return {
        "id": rule.name,
        "shortDescription": _message(what),
        "fullDescription": _message(" ".join(f"{what} {said.why}".split())),
        "help": _message("\n\n".join((what, said.why, *examples))),
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
    """Return words as a message, in which a brace is written twice, and what looks like a link gets backslashes."""
    doubled = re.sub(r"([{}])", r"\1\1", words)
    return {"text": re.sub(r"([\\\[\]])", r"\\\1", doubled) if "](" in doubled else doubled}
