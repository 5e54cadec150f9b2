"""Findings and failures on standard error, all with the same face."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from flashgen.cli.screen import colour, width
from flashgen.emit.report.finding import COLOURS, advice, finding, headline
from flashgen.load.findings import findings
from flashgen.model.findings import Counts, Findings
from flashgen.model.problem import Problem, Severity
from flashgen.model.shown import shown


def report(problems: Sequence[Problem], root: Path) -> None:
    """Print problems, and the number of each severity."""
    found = findings(problems, root)
    show(found)
    say(counted(found.counts))


def show(found: Findings) -> None:
    """Print findings, each followed by a blank line; the first of each rule says why it matters."""
    from flashgen.check.manual import reason

    columns = width()
    told: set[str] = set()
    for problem in found.problems:
        say(*finding(problem, found, columns, "" if problem.rule in told else reason(problem.rule)), "")
        told.add(problem.rule)


def notice(severity: Severity, message: str, *helps: str, note: str = "") -> None:
    """Print what is not about a place in a file: what is wrong, what helps, and what else there is to know."""
    columns = width()
    lines = [
        headline(severity, shown(message), columns),
        *[advice("help", shown(one), columns) for one in helps if one],
    ]
    say(*lines, *([advice("note", note, columns)] if note else []))


def say(*lines: str) -> None:
    """Print lines to standard error, with colour on a terminal."""
    click.echo("\n".join(lines), err=True, color=colour(os.environ))


def counted(counts: Counts) -> str:
    """Return the number of problems of each severity, in words and in its colour."""
    told = {severity: f"{count} {severity}{'s' * (count > 1)}" for severity, count in counts.items() if count}
    return ", ".join(click.style(words, fg=COLOURS[severity]) for severity, words in told.items())
