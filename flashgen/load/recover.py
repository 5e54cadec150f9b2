"""Read the rest of a file in which something is not YAML: all but the value, or the list item, that is at fault."""

import re

_KEY = re.compile(r"""([ ]*(?:-[ ]+)*)(?:[^\s"'#&*!|>@`{}\[\],?-][^\s:]*|"[^"]*"|'[^']*')[ ]*:(?=\s|$)""")
_ITEM = re.compile(r"([ ]*)-(?![.-])")


class Cut:
    """The lines of a file, from which faulty values are removed; no line changes its place.

    `lost` are the lines, counted from 0, of the keys and dashes whose value was removed.
    """

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.lost: set[int] = set()

    def without(self, line: int) -> bool:
        """Remove the value that contains a line; if that was not enough, the list item, or the line itself.

        Return False if nothing is left to remove.
        """
        key = self._above(line, _KEY, _ITEM)
        head = _KEY.match(self.lines[key]) if key >= 0 else None
        if head and key not in self.lost:
            self.lost.add(key)
            self._remove(key, line, head.group(), head.end(1))
            return True
        dash = self._above(line, _ITEM)
        item = _ITEM.match(self.lines[dash]) if dash >= 0 else None
        if item and key != line and self.lines[dash] != item.group():
            self.lost.add(dash)
            self._remove(dash, line, item.group(), item.end(1))
            return True
        content = self.lines[line]
        self._remove(line, line, "", _indent(content))
        return bool(content)

    def _above(self, line: int, *patterns: re.Pattern[str]) -> int:
        """Return the nearest line, from `line` upward, that begins with one of the patterns; -1 for none."""
        rows = range(line, -1, -1)
        return next((row for row in rows if any(pattern.match(self.lines[row]) for pattern in patterns)), -1)

    def _remove(self, first: int, line: int, rest: str, indent: float) -> None:
        """Leave the `rest` of the first line; empty those below up to `line`, and all that are indented further."""
        self.lines[first] = rest
        row = first + 1
        while row < len(self.lines) and (row <= line or _indent(self.lines[row]) > indent):
            self.lines[row] = ""
            row += 1


def _indent(line: str) -> float:
    """Return the indentation of a line; a blank line counts as indented further than any."""
    return len(line) - len(line.lstrip(" ")) if line.strip() else float("inf")
