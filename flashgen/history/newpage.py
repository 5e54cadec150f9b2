"""Detect a change of the page of the source that packages include and cards link to.

Anki never replaces such a media file, so a changed page gets a new file name, and the note types a new link.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from flashgen.model.lock import Lock, ReleasedNote

_GIST = re.compile(r"<p>(.*?): (.*?)</p>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class NewPage:
    """The kinds of notes whose cards link to the new page, and the pages, as cards name them, whose gist changed.

    If no gist changed, something else did: the citation, a section, a label, or the gist of a page that no note cites.
    """

    kinds: tuple[str, ...]
    gists: tuple[str, ...]


def new_page(old: Lock, new: Lock, both: Iterable[tuple[ReleasedNote, ReleasedNote]]) -> NewPage | None:
    """Return how the page of the source changes between two locks; None if it does not."""
    looks = {kind: (old.types[kind].looks, type.looks) for kind, type in new.types.items() if kind in old.types}
    kinds = tuple(kind for kind, (was, now) in looks.items() if was != now and is_of_page(was, now))
    gists = {page for was, note in both for page in _changed(was, note)} if kinds else ()
    return NewPage(kinds, tuple(sorted(gists, key=_natural))) if kinds else None


def is_of_page(was: str, now: str) -> bool:
    """Tell whether two looks differ only in the page of the source."""
    old, new = was.split()[1:], now.split()[1:]
    return bool(new) and old == new


def _changed(was: ReleasedNote, note: ReleasedNote) -> list[str]:
    """Return the pages of a note whose gist changed."""
    old, new = (dict(_GIST.findall(version.fields.get("Gist", ""))) for version in (was, note))
    return [page for page in new if page in old and old[page] != new[page]]


def _natural(page: str) -> list[tuple[int, str]]:
    """Return what sorts pages by the numbers in them."""
    return [(int(piece) if place % 2 else 0, piece) for place, piece in enumerate(re.split("([0-9]+)", page))]
