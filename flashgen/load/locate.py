"""The exact place of words in a file: a text in a block, or on several lines, begins far above them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile
from pathlib import Path

from flashgen.load.compose import LONGEST
from flashgen.load.files import lines_in
from flashgen.model.place import Place
from flashgen.model.problem import Problem

_REACH = 10 * LONGEST
"""Look at this many characters for words: an escape in quotes takes up to ten for one of a text."""


def spotted(problems: Iterable[Problem], root: Path) -> set[Problem]:
    """Return the problems of a project's files, each once, at the words that are at fault."""
    distinct = set(problems)
    paths = {problem.place.path for problem in distinct if problem.words}
    lines = {path: lines_in(root / path, root) for path in paths}

    @cache
    def value(path: str, line: int) -> str:
        return value_at(lines[path], line)

    return {located(one, value(one.place.path, one.place.line)) if one.words else one for one in distinct}


def value_at(lines: Sequence[str], line: int) -> str:
    """Return the value that begins in a line: the rest of it, and the lines below that are indented further."""
    if line > len(lines):
        return ""
    first = lines[line - 1]
    indent = len(first) - len(first.lstrip(" -"))
    below = takewhile(lambda one: not one.strip() or len(one) - len(one.lstrip()) > indent, _from(lines, line))
    return "\n".join([first, *below])


def _from(lines: Sequence[str], start: int) -> Iterable[str]:
    """Yield lines from one on: a slice would copy the rest of the file."""
    return map(lines.__getitem__, range(start, len(lines)))


def located(problem: Problem, value: str) -> Problem:
    """Return a problem at the words that are at fault, if the value at its place contains them."""
    words, place = problem.words.split(), problem.place
    start = place.column - 1
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    match = pattern.search(value, start, start + _REACH) if words else None
    if match is None:
        return problem
    line = place.line + value.count("\n", start, match.start())
    column = match.start() - value.rfind("\n", start, match.start())
    return replace(problem, place=Place(place.path, line, column), length=len(match.group().partition("\n")[0]))
