"""All that was found in a project's files, ready to be told."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from flashgen.model.problem import SEVERITIES, Problem, Severity

VERSION = 1
"""Of the shape in which they are written as JSON; a change that a reader of it could trip over makes a new one."""

Counts: TypeAlias = dict[Severity, int]
"""How many there are of each severity, be it none."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, in order, in how many entries of how many decks."""

    problems: tuple[Problem, ...]
    entries: int
    decks: int


@dataclass(frozen=True, slots=True)
class Findings:
    """Problems in the order of their places, and the lines of the files in which they are, by path.

    `folder` is the way to the project's folder from where a reader stands; `passed_over` is how many more were found
    that stand in a baseline.
    """

    problems: tuple[Problem, ...]
    lines: Mapping[str, Sequence[str]]
    folder: str = "."
    passed_over: int = 0

    @property
    def per_rule(self) -> dict[str, Counts]:
        """The counts of each rule that found something, by name."""
        return _counts((problem.rule, problem) for problem in self.problems)

    @property
    def per_file(self) -> dict[str, Counts]:
        """The counts of each file in which something was found, by path in the project."""
        return _counts((problem.place.path, problem) for problem in self.problems)

    @property
    def counts(self) -> Counts:
        """The counts of all."""
        return _counts(("", problem) for problem in self.problems).get("", dict.fromkeys(SEVERITIES, 0))

    def line(self, problem: Problem) -> str:
        """Return the line in which a problem is; "" where there is no such line."""
        lines, number = self.lines[problem.place.path], problem.place.line
        return lines[number - 1] if number <= len(lines) else ""

    def seen(self, path: str) -> str:
        """Return a file's path as a reader would write it."""
        return posixpath.normpath(posixpath.join(self.folder, path))


def _counts(named: Iterable[tuple[str, Problem]]) -> dict[str, Counts]:
    found: dict[str, Counter[Severity]] = {}
    for name, problem in named:
        found.setdefault(name, Counter())[problem.severity] += 1
    return {name: {one: found[name][one] for one in SEVERITIES} for name in sorted(found)}
