"""Releases that a deck's lock does not know of, because it was taken back, or because they come from another branch."""

import re
from collections.abc import Iterable, Iterator
from glob import escape
from os.path import relpath
from pathlib import Path

from flashgen.errors import NoRevisionError, NotOursError
from flashgen.history.lockreader import parse
from flashgen.history.revision import content_at, tags
from flashgen.load.files import read_bytes
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem


def unknown_releases(deck: Deck, root: Path, folders: Iterable[Path]) -> Iterator[tuple[str, int]]:
    """Yield the packages of a deck in some folders, and its newest tag, that its lock does not know, by number."""
    known = deck.lock.releases.keys()
    for path in _packages(deck.slug, folders):
        found = _told(path, deck)
        if not found <= known:
            yield relpath(path), len(found)
    numbered = re.compile(re.escape(deck.slug) + "-r([0-9]+)")
    named = [(int(match[1]), tag) for tag in tags(root) if (match := numbered.fullmatch(tag))]
    for number, tag in sorted(named)[-1:]:
        at = _tagged(tag, root, deck)
        if (not at <= known) if at else number > len(known):
            yield tag, number


def _packages(slug: str, folders: Iterable[Path]) -> list[Path]:
    """Return the packages that may be of a deck, that of the whole deck first."""
    found = {path for folder in folders for path in folder.glob(f"{escape(slug)}*.apkg") if path.is_file()}
    return sorted(found, key=lambda path: (len(path.name), path))


def _told(package: Path, deck: Deck) -> set[str]:
    from flashgen.history.adopt import releases

    try:
        return {*releases(read_bytes(package), str(package), deck.slug, deck.uid)}
    except NotOursError:
        return set()


def _tagged(tag: str, root: Path, deck: Deck) -> set[str]:
    """Return the releases that the lock at a tag knows of; none where it has no lock that can be read."""
    problems: list[Problem] = []
    try:
        text = content_at(f"refs/tags/{tag}", root / deck.lock.place.path)
    except NoRevisionError:
        return set()
    lock = parse(text or "", deck.lock.place.path, problems)
    return set() if problems else {*lock.releases}
