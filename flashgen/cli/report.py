"""Problems as text: where, what, the source line with the fault underlined, the cure."""

from collections import Counter
from collections.abc import Sequence
from os.path import relpath
from pathlib import Path

import click

from flashgen.load.files import lines_in
from flashgen.model.problem import SEVERITIES, Problem

WIDEST = 200
"""How much of a line is shown around a problem."""


def report(problems: Sequence[Problem], root: Path) -> None:
    """Print problems to standard error, as many as there are, and how many there were of each severity."""
    lines = {path: lines_in(root / path) for path in {problem.place.path for problem in problems}}
    for problem in problems:
        place = problem.place
        path = relpath(root / place.path)
        head = f"{path}:{place.line}:{place.column}: {problem.severity}: {problem.message} [{problem.rule}]"
        click.secho(head, err=True, bold=True)
        if shown := _underlined(problem, lines[place.path]):
            click.echo(shown, err=True)
        click.echo(f"    {problem.hint}", err=True)
    counts = Counter(problem.severity for problem in problems)
    said = [f"{counts[one]} {one}{'s' * (counts[one] > 1)}" for one in SEVERITIES if counts[one]]
    click.echo(", ".join(said), err=True)


def _underlined(problem: Problem, lines: Sequence[str]) -> str:
    """Return the line of a problem, and below it marks below what is at fault; nothing where there is no such line."""
    place = problem.place
    line = lines[place.line - 1].expandtabs(1) if place.line <= len(lines) else ""
    start = max(0, place.column - WIDEST // 2)
    marks = "^" * max(1, min(problem.length, start + WIDEST - place.column))
    return f"    {line[start : start + WIDEST]}\n    {' ' * (place.column - 1 - start)}{marks}" if line else ""
