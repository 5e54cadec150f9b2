"""What can still be read of a file in which something is no YAML: all but the value, or the item, that is at fault."""

import re

_KEY = re.compile(r"""([ ]*(?:-[ ]+)*)(?:[^\s"'#&*!|>@`{}\[\],?-][^\s:]*|"[^"]*"|'[^']*')[ ]*:(?=\s|$)""")
_ITEM = re.compile(r"([ ]*)-(?![.-])")


class Cut:
    """The lines of a file, from which what is at fault is taken; no line changes its place.

    `lost` are the lines, counted from 0, of the keys and the dashes whose value was taken.
    """

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.lost: set[int] = set()

    def without(self, line: int) -> bool:
        """Take away the value in which a line stands; if that was not enough, the line with all below it; or the item.

        False where nothing is left to take.
        """
        key = self._above(line, _KEY, _ITEM)
        found = _KEY.match(self.lines[key]) if key >= 0 else None
        if found and key not in self.lost:
            self.lost.add(key)
            self._take(key, line, found.group(), found.end(1))
            return True
        dash = self._above(line, _ITEM)
        item = _ITEM.match(self.lines[dash]) if dash >= 0 else None
        if item and key != line and self.lines[dash] != item.group():
            self.lost.add(dash)
            self._take(dash, line, item.group(), item.end(1))
            return True
        was = self.lines[line]
        self._take(line, line, "", _indent(was))
        return bool(was)

    def _above(self, line: int, *patterns: re.Pattern[str]) -> int:
        """Return the nearest line, from one upward, that begins with one of some patterns; -1 for none."""
        rows = range(line, -1, -1)
        return next((row for row in rows if any(pattern.match(self.lines[row]) for pattern in patterns)), -1)

    def _take(self, first: int, line: int, left: str, indent: float) -> None:
        """Leave that much of a line, and nothing of those below it as far as `line`, and of those indented further."""
        self.lines[first] = left
        row = first + 1
        while row < len(self.lines) and (row <= line or _indent(self.lines[row]) > indent):
            self.lines[row] = ""
            row += 1


def _indent(line: str) -> float:
    """Return how far a line is indented; a blank one, as far as its neighbours."""
    return len(line) - len(line.lstrip(" ")) if line.strip() else float("inf")
