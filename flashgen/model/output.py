"""What a build is to make, and the files that it makes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be written: where, the bytes, and how many notes and cards are in it."""

    path: Path
    content: bytes
    notes: int
    cards: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What a build is to make: packages of some chapters, of each, for new learners; texts for those with edits."""

    chapters: Sequence[str] = ()
    each: bool = False
    fresh: bool = False
    update: bool = False
