"""Findings as GitHub workflow commands, which GitHub shows as annotations beside the changed lines."""

from collections.abc import Mapping

from flashgen.model.findings import Findings
from flashgen.model.problem import Problem, Severity
from flashgen.model.shown import shown

_COMMANDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_MESSAGE = str.maketrans({"%": "%25", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", ":": "%3A", ",": "%2C"})


def as_github(findings: Findings) -> str:
    """Return findings as GitHub workflow commands, one per line."""
    return "".join(f"{_command(problem, findings.seen(problem.place.path))}\n" for problem in findings.problems)


def _command(problem: Problem, path: str) -> str:
    place = problem.place
    values = {"file": shown(path), "line": str(place.line), "col": str(place.column)}
    if problem.length:
        values["endColumn"] = str(place.column + problem.length)
    values["title"] = f"flashgen {problem.rule}"
    properties = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in values.items())
    lines = f"{problem.message}\n{problem.hint}".split("\n")
    message = "\n".join(map(shown, lines)).translate(_MESSAGE)
    return f"::{_COMMANDS[problem.severity]} {properties}::{message}"
