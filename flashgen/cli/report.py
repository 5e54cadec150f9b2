"""Problems as text: where, what, the source line with a caret, the cure."""

from collections.abc import Sequence
from functools import cache
from os.path import relpath
from pathlib import Path

import click

from flashgen.load.decode import lines_of
from flashgen.model.problem import Problem

WIDEST = 200
"""How much of a line is shown around a problem."""


def report(problems: Sequence[Problem], root: Path) -> None:
    """Print problems to standard error, as many as there are, and how many there were."""
    for problem in problems:
        place = problem.place
        path = relpath(root / place.path)
        click.secho(f"{path}:{place.line}:{place.column}: {problem.message} [{problem.rule}]", err=True, bold=True)
        if line := _line(root / place.path, place.line):
            start = max(0, place.column - WIDEST // 2)
            shown = line.expandtabs(1)[start : start + WIDEST]
            click.echo(f"    {shown}\n    {' ' * (place.column - 1 - start)}^", err=True)
        click.echo(f"    {problem.hint}", err=True)
    click.echo(f"{len(problems)} problem{'s' if len(problems) > 1 else ''}", err=True)


def _line(path: Path, number: int) -> str:
    lines = _lines(path)
    return lines[number - 1] if number <= len(lines) else ""


@cache
def _lines(path: Path) -> list[str]:
    try:
        return lines_of(path.read_text("utf-8-sig", errors="replace"))
    except OSError:
        return []
