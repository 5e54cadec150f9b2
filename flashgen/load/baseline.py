"""The findings that a deck had when it arrived: `check --format json` printed them once, and they are passed over."""

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
"""How many times each finding stands there: its rule, the path of its file, its message without numbers of lines."""

_KEYS = ("rule", "path", "message")
_LINE = re.compile(r"(?<=\.yaml:)\d+|(?<=\bline )\d+")
_CURE = "write it anew with flashgen check --format json"


def read_baseline(file: Path) -> Baseline:
    """Return the findings that a file holds; UnreadableError where it is none that `check` wrote."""
    data = read_bytes(file)
    try:
        held = json.loads(data)
        if held["version"] == VERSION:
            return Counter([_told(one) for one in held["findings"]])
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise UnreadableError(str(file), f"it is no baseline; {_CURE}") from error
    raise UnreadableError(str(file), f"it is of another version of flashgen; {_CURE}")


def unknown(problems: Iterable[Problem], baseline: Baseline) -> Iterator[Problem]:
    """Yield the problems that do not stand in a baseline, or not as many times; their lines may have moved."""
    left = baseline.copy()
    for problem in problems:
        key = (problem.rule, problem.place.path, _LINE.sub("", problem.message))
        if not left[key]:
            yield problem
        else:
            left[key] -= 1


def _told(finding: Any) -> tuple[str, str, str]:
    rule, path, message = (finding[key] for key in _KEYS)
    if not isinstance(rule, str) or not isinstance(path, str):
        raise TypeError
    return rule, path, _LINE.sub("", message)
