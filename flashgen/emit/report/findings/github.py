"""Findings as annotations: GitHub shows what a workflow prints so beside the lines of a change."""

from collections.abc import Mapping

from flashgen.model.findings import Findings
from flashgen.model.problem import Problem, Severity
from flashgen.model.shown import shown

_COMMANDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_MESSAGE = str.maketrans({"%": "%25", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", ":": "%3A", ",": "%2C"})


def as_github(found: Findings) -> str:
    """Return findings as commands of a GitHub workflow, one a line."""
    return "".join(f"{_command(problem, found.seen(problem.place.path))}\n" for problem in found.problems)


def _command(problem: Problem, path: str) -> str:
    place = problem.place
    said = {"file": shown(path), "line": str(place.line), "col": str(place.column)}
    if problem.length:
        said["endColumn"] = str(place.column + problem.length)
    said["title"] = f"flashgen {problem.rule}"
    properties = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in said.items())
    lines = f"{problem.message}\n{problem.hint}".split("\n")
    message = "\n".join(map(shown, lines)).translate(_MESSAGE)
    return f"::{_COMMANDS[problem.severity]} {properties}::{message}"
