"""Comments that let a finding stand: `# flashgen: allow <rule> -- reason`, in an entry or right above it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from flashgen.load.decode import lines_of
from flashgen.model.allow import Allow
from flashgen.model.place import Place
from flashgen.model.problem import Problem

_MARK = "# flashgen: allow"
_ALLOW = re.compile(r"(?:^|\s)(# flashgen: allow\b(?:\s+([\w-]+))?(?:\s+--\s+(\S.*))?)")
_LONE = re.compile(r"\s*#")


def allows(text: str, path: str, entries: Sequence[Place], problems: list[Problem]) -> Iterator[Allow]:
    """Yield what a chapter file allows; `entries` is where its entries begin. One without a reason is a problem."""
    if _MARK not in text:
        return
    lines = lines_of(text)
    starts = [_above(place.line, lines) for place in entries]
    bounds = [*starts, len(lines) + 1]
    for number, line in enumerate(lines, 1):
        found = _ALLOW.search(line)
        if not found:
            continue
        place = Place(path, number, found.start(1) + 1)
        entry = bisect_right(starts, number) - 1
        if not found[3] or entry < 0:
            said = "an allow that stands in no entry" if entry < 0 else "an allow without a rule and a reason"
            problems.append(Problem(place, "bad-allow", said, f"write {_MARK} rule-name -- why, in an entry"))
            continue
        first, end = bounds[entry : entry + 2]
        yield Allow(place, found[2], found[3].strip(), range(first, end))


def _above(line: int, lines: Sequence[str]) -> int:
    """Return the first line of the comments right above an entry."""
    while line > 1 and _LONE.match(lines[line - 2]):
        line -= 1
    return line
