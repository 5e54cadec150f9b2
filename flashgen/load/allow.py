"""Comments that keep a finding: `# flashgen: allow <rule> -- reason`, in an entry or right above it.

A comment that is indented further than the dash of the entry below it belongs to the entry above.
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
_COMMENT_LINE = re.compile(r"\s*#")


def allows(text: str, path: str, entries: Sequence[Place], problems: list[Problem]) -> Iterator[Allow]:
    """Yield what a chapter file allows; `entries` are the places where its entries begin.

    An allow without a reason, or outside of an entry, joins the problems.
    """
    if _MARK not in text:
        return
    lines = lines_of(text)
    starts = [_above(place, lines) for place in entries]
    bounds = [*starts, len(lines) + 1]
    marks = {number: mark for number, line in enumerate(lines, 1) if (mark := _ALLOW.search(line))}
    for number, mark in _comments(lines, marks).items():
        place = Place(path, number, mark.start(1) + 1)
        entry = bisect_right(starts, number) - 1
        if not mark[3] or entry < 0:
            message = "this allow is outside of an entry" if entry < 0 else "this allow has no rule or no reason"
            problems.append(Problem(place, "bad-allow", message, f"write {_MARK} rule-name -- why, in an entry"))
            continue
        first, end = bounds[entry : entry + 2]
        yield Allow(place, mark[2], range(first, end))


def _comments(lines: Sequence[str], marks: Mapping[int, re.Match[str]]) -> Mapping[int, re.Match[str]]:
    """Return the marks that are comments: without them, the file has the same values. Others are parts of a text."""
    values = _values_without({}, lines)
    if values == _values_without(marks, lines):
        return marks
    return {number: mark for number, mark in marks.items() if values == _values_without({number: mark}, lines)}


def _values_without(marks: Mapping[int, re.Match[str]], lines: Sequence[str]) -> object:
    """Return the values of a file without some marks, which are given by the numbers of their lines."""
    rest = [
        line[: marks[number].start(1)].rstrip() if number in marks else line for number, line in enumerate(lines, 1)
    ]
    return _values(compose("\n".join(rest), "", []))


def _values(node: nodes.Node | None) -> object:
    """Return the values of a node, without places."""
    if isinstance(node, nodes.Mapping):
        return [(key, _values(value)) for key, (_, value) in node.pairs.items()]
    if isinstance(node, nodes.Sequence):
        return [_values(item) for item in node.items]
    return node.value if node else None


def _above(place: Place, lines: Sequence[str]) -> int:
    """Return the first line of the comments right above an entry that are indented no further than its dash."""
    line, dash = place.line, place.column - len("- ")
    while line > 1 and (comment := _COMMENT_LINE.match(lines[line - 2])) and comment.end() <= dash:
        line -= 1
    return line
