"""Findings as JSON, in a versioned format.

    version      1
    findings     sorted by place:
        rule, severity (error, warning or note), message, hint
        path     of the file, relative to the project
        line, column    counted from 1, in characters
        length   the number of characters to underline, 0 if unknown
        source   the line
    rules        for each rule with findings, the counts of error, warning and note
    files        for each file with findings, the same counts
    passed_over  the number of findings ignored because the baseline has them

New keys may be added without a new version. The output is ASCII, which every terminal and shell passes on unchanged.
"""

import json

from flashgen.model.findings import VERSION, Findings
from flashgen.model.problem import Problem


def as_json(findings: Findings) -> str:
    """Return findings as JSON; `check --baseline` reads it."""
    content = {
        "version": VERSION,
        "findings": [_finding(problem, findings) for problem in findings.problems],
        "rules": findings.per_rule,
        "files": findings.per_file,
        "passed_over": findings.passed_over,
    }
    return json.dumps(content, indent=2) + "\n"


def _finding(problem: Problem, findings: Findings) -> dict[str, str | int]:
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
        "source": findings.line(problem),
    }
