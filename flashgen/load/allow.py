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
_KEPT = re.compile(rf"{_MARK}\ue000(\d+)\ue001")
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
    """Return the marks that are comments. Others are parts of a text: a number put into each of them is there, too."""
    numbered = [*lines]
    for number, mark in marks.items():
        line, end = lines[number - 1], mark.start(1) + len(_MARK)
        numbered[number - 1] = f"{line[:end]}\ue000{number}\ue001{line[end:]}"
    kept = {int(one) for words in _words(compose("\n".join(numbered), "", [])) for one in _KEPT.findall(words)}
    return {number: mark for number, mark in marks.items() if number not in kept}


def _words(node: nodes.Node | None) -> Iterator[str]:
    """Yield the texts of a node, keys among them."""
    if isinstance(node, nodes.Mapping):
        for key, (_, value) in node.pairs.items():
            yield key
            yield from _words(value)
    elif isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from _words(item)
    else:
        yield node.value if node else ""


def _above(place: Place, lines: Sequence[str]) -> int:
    """Return the first line of the comments right above an entry that are indented no further than its dash."""
    line, dash = place.line, place.column - len("- ")
    while line > 1 and (comment := _COMMENT_LINE.match(lines[line - 2])) and comment.end() <= dash:
        line -= 1
    return line
