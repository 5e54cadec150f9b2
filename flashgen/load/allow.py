"""Comments that let a finding stand: `# flashgen: allow <rule> -- reason`, in an entry or right above it.

One right above an entry is no further in than its dash; one further in, at the end of an entry, belongs to that.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from flashgen.load import nodes
from flashgen.load.compose import compose
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
    starts = [_above(place, lines) for place in entries]
    bounds = [*starts, len(lines) + 1]
    marks = {number: found for number, line in enumerate(lines, 1) if (found := _ALLOW.search(line))}
    for number, found in _comments(lines, marks).items():
        place = Place(path, number, found.start(1) + 1)
        entry = bisect_right(starts, number) - 1
        if not found[3] or entry < 0:
            said = "an allow that stands in no entry" if entry < 0 else "an allow without a rule and a reason"
            problems.append(Problem(place, "bad-allow", said, f"write {_MARK} rule-name -- why, in an entry"))
            continue
        first, end = bounds[entry : entry + 2]
        yield Allow(place, found[2], found[3].strip(), range(first, end))


def _comments(lines: Sequence[str], marks: Mapping[int, re.Match[str]]) -> Mapping[int, re.Match[str]]:
    """Return the marks that are comments, and no parts of a text, without which the file would say something else."""
    said = _said(lines, {})
    if said == _said(lines, marks):
        return marks
    return {number: found for number, found in marks.items() if said == _said(lines, {number: found})}


def _said(lines: Sequence[str], without: Mapping[int, re.Match[str]]) -> object:
    """Return what a file says without some marks, by the numbers of their lines."""
    left = [
        line[: without[number].start(1)].rstrip() if number in without else line for number, line in enumerate(lines, 1)
    ]
    return _values(compose("\n".join(left), "", []))


def _values(node: nodes.Node | None) -> object:
    """Return what a node says, without places."""
    if isinstance(node, nodes.Mapping):
        return [(key, _values(value)) for key, (_, value) in node.pairs.items()]
    if isinstance(node, nodes.Sequence):
        return [_values(item) for item in node.items]
    return node.value if node else None


def _above(place: Place, lines: Sequence[str]) -> int:
    """Return the first line of the comments right above an entry, those left out that are further in than its dash."""
    line, dash = place.line, place.column - len("- ")
    while line > 1 and (found := _LONE.match(lines[line - 2])) and found.end() <= dash:
        line -= 1
    return line
