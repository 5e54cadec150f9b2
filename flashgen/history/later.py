"""Find releases that are missing from a deck's lock: it was reverted, or another branch made them."""

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
    """Yield each package in the folders, and the newest tag, with releases that the lock lacks, and its number."""
    known = deck.lock.releases.keys()
    for path in _packages(deck.slug, folders):
        recorded = _package_releases(path, deck)
        if not recorded <= known:
            yield relpath(path), len(recorded)
    numbered = re.compile(re.escape(deck.slug) + "-r([0-9]+)")
    named = [(int(match[1]), tag) for tag in tags(root) if (match := numbered.fullmatch(tag))]
    for number, tag in sorted(named)[-1:]:
        at_tag = _tag_releases(tag, root, deck)
        if (not at_tag <= known) if at_tag else number > len(known):
            yield tag, number


def _packages(slug: str, folders: Iterable[Path]) -> list[Path]:
    """Return the packages that may be of a deck, the shortest name (the whole deck) first."""
    paths = {path for folder in folders for path in folder.glob(f"{escape(slug)}*.apkg") if path.is_file()}
    return sorted(paths, key=lambda path: (len(path.name), path))


def _package_releases(package: Path, deck: Deck) -> set[str]:
    from flashgen.history.adopt import releases

    try:
        return {*releases(read_bytes(package), str(package), deck.slug, deck.uid)}
    except NotOursError:
        return set()


def _tag_releases(tag: str, root: Path, deck: Deck) -> set[str]:
    """Return the releases in the lock at a tag; none if there is no readable lock."""
    problems: list[Problem] = []
    try:
        text = content_at(f"refs/tags/{tag}", root / deck.lock.place.path)
    except NoRevisionError:
        return set()
    lock = parse(text or "", deck.lock.place.path, problems)
    return set() if problems else {*lock.releases}
