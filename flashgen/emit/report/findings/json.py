"""Findings as JSON, in a shape with a version.

    version      1
    findings     in the order of their places:
        rule, severity (error, warning or note), message, hint
        path     of the file, in the project
        line, column    counted from 1, in characters
        length   how many characters of the line are at fault, 0 where that is not known
        source   the line
    rules        the counts of each rule that found something: error, warning, note
    files        the counts of each file in which something was found
    passed_over  how many more were found that stand in the baseline

Keys may come to it without a new version. It is in ASCII, so that no terminal or shell can spoil it.
"""

import json

from flashgen.model.findings import VERSION, Findings
from flashgen.model.problem import Problem


def as_json(found: Findings) -> str:
    """Return findings as JSON; `check --baseline` reads it."""
    held = {
        "version": VERSION,
        "findings": [_finding(problem, found) for problem in found.problems],
        "rules": found.per_rule,
        "files": found.per_file,
        "passed_over": found.passed_over,
    }
    return json.dumps(held, indent=2) + "\n"


def _finding(problem: Problem, found: Findings) -> dict[str, str | int]:
    place = problem.place
    return {
        "rule": problem.rule,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "length": problem.length,
        "source": found.line(problem),
    }
