"""The options of a build, and the files that flashgen makes or fixes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from flashgen.model.made import Made

T = TypeVar("T")


class Track(Protocol):
    """Yields items, and may show how many are done of what is named, such as "reading"."""

    def __call__(self, items: Sequence[T], what: str, /) -> Iterable[T]:
        """Return the items."""


def untracked(items: Sequence[T], _what: str) -> Sequence[T]:
    """Return the items, and show nothing."""
    return items


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be written: where, the bytes, and how many notes and cards are in it."""

    path: Path
    content: bytes
    notes: int
    cards: int

    @property
    def made(self) -> Made:
        """The file once it is written."""
        return Made(self.path, len(self.content), self.notes, self.cards)


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file of the author's that can be fixed: its path in the project, the old and new bytes, and the reasons."""

    path: str
    old: bytes
    new: bytes
    did: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to build: packages of some chapters, of each, of a tier, for new learners; texts for learners with edits.

    `site` is the address of the site that links lead to, if not the one that the deck names.
    """

    chapters: Sequence[str] = ()
    each: bool = False
    tier: str = ""
    fresh: bool = False
    update: bool = False
    site: str = ""
