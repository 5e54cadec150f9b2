"""Findings as text: place, message, the line with the fault underlined, the hint."""

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from flashgen.load.decode import UNPRINTABLE
from flashgen.load.findings import findings
from flashgen.model.findings import Counts, Findings
from flashgen.model.problem import Problem
from flashgen.model.shown import shown

WIDEST = 200
"""Characters of a line that are shown around a finding."""

_OBEYED = re.compile(rf"{UNPRINTABLE.pattern}|[\u2028-\u202e\u2066-\u2069]|(?<!\S):(?=:)|#(?=#\[)")
"""Characters that control a terminal, and the starts of GitHub workflow commands."""

COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}


def report(problems: Sequence[Problem], root: Path) -> None:
    """Print problems to standard error, and the number of each severity."""
    found = findings(problems, root)
    show(found)
    say(counted(found.counts))


def show(found: Findings) -> None:
    """Print findings to standard error."""
    for problem in found.problems:
        say(*_lines(problem, found))


def say(*lines: str) -> None:
    """Print lines to standard error, with colour on a terminal."""
    click.echo("\n".join(lines), err=True)


def named(path: Path) -> str:
    """Return a path relative to the working folder, safe to print."""
    return shown(os.path.relpath(path))


def counted(counts: Counts) -> str:
    """Return the number of problems of each severity, in words."""
    return ", ".join(f"{count} {severity}{'s' * (count > 1)}" for severity, count in counts.items() if count)


def _lines(problem: Problem, found: Findings) -> Iterable[str]:
    place = problem.place
    where = click.style(f"{shown(found.seen(place.path))}:{place.line}:{place.column}:", bold=True)
    how = click.style(f"{problem.severity}:", fg=COLOURS[problem.severity], bold=True)
    yield f"{where} {how} {_plain(problem.message)} [{problem.rule}]"
    yield from _underlined(problem, found.line(problem))
    yield f"    {_plain(problem.hint)}"


def _underlined(problem: Problem, line: str) -> Iterable[str]:
    """Yield the line of a problem, and marks below what is at fault; nothing if there is no line."""
    column = problem.place.column
    whole = line.expandtabs(1).rstrip()
    start = min(max(0, column - 1 - WIDEST // 2), max(0, len(whole) - WIDEST))
    part = whole[start : start + WIDEST]
    before, after = "…" * (start > 0), "…" * (start + WIDEST < len(whole))
    marks = "^" * max(1, min(problem.length or len(whole) - column + 1, start + WIDEST - column + 1))
    if line:
        yield f"    {before}{_safe(part)}{after}"
        yield f"    {' ' * (len(before) + column - 1 - start)}{click.style(marks, fg=COLOURS[problem.severity])}"


def _plain(words: str) -> str:
    return shown(" ".join(words.split()))


def _safe(words: str) -> str:
    """Return a line with every control character replaced, each character in its column."""
    return _OBEYED.sub("\N{REPLACEMENT CHARACTER}", words)
