"""Where something stands in the author's files."""

from typing import NamedTuple


class Place(NamedTuple):
    """A spot in a file, counted from 1 as editors count; a named tuple, since there are so many."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
