"""The findings that a deck began with: `check --format json` has printed them, and `check --baseline` ignores them."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from flashgen.errors import UnreadableError
from flashgen.load.files import read_bytes
from flashgen.model.findings import VERSION
from flashgen.model.problem import Problem

Baseline: TypeAlias = Counter[tuple[str, str, str]]
"""How many times each finding occurs: its rule, the path of its file, and its message without line numbers."""

_KEYS = ("rule", "path", "message")
_LINE = re.compile(r"(?<=\.yaml:)\d+|(?<=\bline )\d+")
_CURE = "write a new one with flashgen check --format json"


def read_baseline(file: Path) -> Baseline:
    """Return the findings in a file; UnreadableError if `check` did not write it."""
    content = read_bytes(file)
    try:
        baseline = json.loads(content)
        if baseline["version"] == VERSION:
            return Counter([_key(finding) for finding in baseline["findings"]])
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise UnreadableError(str(file), "not a baseline", _CURE) from error
    raise UnreadableError(str(file), "written by another version of flashgen", _CURE)


def unknown(problems: Iterable[Problem], baseline: Baseline) -> Iterator[Problem]:
    """Yield the problems that a baseline does not have, or has fewer times; their lines may have moved."""
    left = baseline.copy()
    for problem in problems:
        key = (problem.rule, problem.place.path, _LINE.sub("", problem.message))
        if not left[key]:
            yield problem
        else:
            left[key] -= 1


def _key(finding: Any) -> tuple[str, str, str]:
    rule, path, message = (finding[key] for key in _KEYS)
    if not isinstance(rule, str) or not isinstance(path, str):
        raise TypeError
    return rule, path, _LINE.sub("", message)
