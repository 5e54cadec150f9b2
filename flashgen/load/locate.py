"""The exact place of words in a file: a text in a block, or on several lines, begins far above them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from flashgen.load.files import lines_in
from flashgen.model.place import Place
from flashgen.model.problem import Problem


def spotted(problems: Iterable[Problem], root: Path) -> set[Problem]:
    """Return the problems of a project's files, each once, at the words that are at fault."""
    distinct = set(problems)
    paths = {problem.place.path for problem in distinct if problem.words}
    lines = {path: lines_in(root / path, root) for path in paths}
    return {located(problem, lines.get(problem.place.path, ())) for problem in distinct}


def located(problem: Problem, lines: Sequence[str]) -> Problem:
    """Return a problem at the words that are at fault, if the value at its place contains them."""
    words, place = problem.words.split(), problem.place
    if not words or place.line > len(lines):
        return problem
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    match = pattern.search("\n".join(_value(lines[place.line - 1 :])), place.column - 1)
    if match is None:
        return problem
    before, first_line = match.string[: match.start()], match.group().partition("\n")[0]
    line, column = place.line + before.count("\n"), match.start() - before.rfind("\n")
    return replace(problem, place=Place(place.path, line, column), length=len(first_line))


def _value(lines: Sequence[str]) -> list[str]:
    """Return the lines of a value: the first, and those below that are indented further than its key."""
    first, *below = lines
    indent = len(first) - len(first.lstrip(" -"))
    return [first, *takewhile(lambda line: not line.strip() or len(line) - len(line.lstrip()) >= indent + 1, below)]
