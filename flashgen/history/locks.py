"""Where a lock comes from: its file, an earlier package, or a revision in version control."""

from collections.abc import Sequence
from pathlib import Path

from flashgen.errors import LockThereError, NoRevisionError, NotOursError
from flashgen.history.lockreader import parse
from flashgen.history.revision import content_at
from flashgen.load.files import lock_file, read_bytes, read_text
from flashgen.model.deck import Deck
from flashgen.model.lock import Lock
from flashgen.model.place import Place
from flashgen.model.problem import Problem


def read_lock(folder: Path, root: Path, problems: list[Problem]) -> Lock:
    """Return the lock in a deck's folder, an empty one where there is none; what is wrong in it joins the problems."""
    path, place = lock_file(folder), _place(folder, root)
    text = read_text(path, root, problems) if path.exists() else None
    return Lock(place) if text is None else parse(text, place.path, problems)


def adopted_lock(folder: Path, root: Path, package: Path, uid: str) -> Lock:
    """Return the lock that an earlier package tells. LockThereError where the deck has one; NotOursError."""
    path = lock_file(folder)
    if path.exists():
        raise LockThereError(str(path))
    return _from_package(package, folder.name, uid, _place(folder, root), whole=True)


def locks_since(decks: Sequence[Deck], root: Path, since: str | None) -> dict[str, Lock]:
    """Return the locks of a package or a git revision, or the decks' own, by their slugs.

    A package is of one of the decks; the others are left out. NotOursError where it is of none; NoRevisionError where
    `since` is neither a package nor a revision.
    """
    if since is None:
        return {deck.slug: deck.lock for deck in decks}
    if not Path(since).is_file():
        return {deck.slug: _lock_at(since, deck, root) for deck in decks}
    found: dict[str, Lock] = {}
    for deck in decks:
        try:
            found[deck.slug] = _from_package(Path(since), deck.slug, deck.uid, deck.lock.place)
        except NotOursError:
            if deck is decks[-1] and not found:
                raise
    return found


def _lock_at(revision: str, deck: Deck, root: Path) -> Lock:
    place = deck.lock.place
    problems: list[Problem] = []
    text = content_at(revision, root / place.path)
    lock = parse(text, place.path, problems) if text else Lock(place)
    if problems:
        raise NoRevisionError(revision, f"its {place.path} is broken in line {problems[0].place.line}")
    return lock


def _from_package(package: Path, deck: str, uid: str, place: Place, whole: bool = False) -> Lock:
    from flashgen.history.adopt import adopted

    return adopted(read_bytes(package), str(package), deck, uid, place, whole)


def _place(folder: Path, root: Path) -> Place:
    return Place(lock_file(folder).relative_to(root).as_posix(), 1, 1)
