"""A file that a build makes."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be written: where, the bytes, and how many notes and cards are in it."""

    path: Path
    content: bytes
    notes: int
    cards: int
