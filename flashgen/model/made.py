"""What a build tells of the files that it has made."""

from pathlib import Path
from typing import NamedTuple


class Made(NamedTuple):
    """A file: where it is, its size in bytes, and how many notes and cards are in it."""

    path: Path
    size: int
    notes: int
    cards: int
