"""Releases that learners may have: a deck's lock must know them all."""

from collections.abc import Iterable
from pathlib import Path

from flashgen.cli.clock import not_before
from flashgen.cli.named import named
from flashgen.errors import LockBehindError, LockGoneError
from flashgen.history.later import unknown_releases
from flashgen.history.release import Release
from flashgen.history.revision import is_repository
from flashgen.model.deck import Deck
from flashgen.model.shown import shown


def not_gone(decks: Iterable[Deck], root: Path, folder: Path) -> None:
    """Raise LockGoneError if a deck was built into a folder and its lock is gone."""
    for deck in decks:
        package = folder / f"{deck.slug}.apkg"
        if package.exists() and not (root / deck.lock.place.path).exists():
            raise LockGoneError(deck.lock.place.path, named(package))


def not_behind(decks: Iterable[Deck], root: Path, folder: Path) -> None:
    """Raise LockBehindError if a package or a tag is of a release that the lock does not know.

    ClockError if the last release is in the future.
    """
    for deck in decks:
        not_before(deck.lock.newest, deck.lock.place.path)
        for place, number in unknown_releases(deck, root, {folder, root / "dist"}):
            raise LockBehindError(deck.lock.place.path, deck.lock.number, shown(place), number)


def to_be_tagged(release: Release, root: Path) -> str:
    """Return how to commit and tag a release; blank if nothing changed or the project is not in git."""
    if not (release.changed and is_repository(root)):
        return ""
    path, number = release.lock.place.path, release.lock.number
    return shown(f"{path}: release {number}; commit it, then tag it: git tag {release.deck.slug}-r{number}")
