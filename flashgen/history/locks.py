"""Where a lock comes from: its file, an earlier package, or a revision in version control."""

from pathlib import Path

from flashgen.errors import LockThereError, NoRevisionError
from flashgen.history.lockfile import parse
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
    return _from_package(package, uid, _place(folder, root))


def lock_since(deck: Deck, root: Path, since: str | None) -> Lock:
    """Return the lock of a package or a git revision, or the deck's own. NotOursError; NoRevisionError for neither."""
    place = deck.lock.place
    if since is None:
        return deck.lock
    if Path(since).is_file():
        return _from_package(Path(since), deck.uid, place)
    problems: list[Problem] = []
    text = content_at(since, root / place.path)
    lock = parse(text, place.path, problems) if text else Lock(place)
    if problems:
        raise NoRevisionError(since, f"its {place.path} is broken in line {problems[0].place.line}")
    return lock


def _from_package(package: Path, uid: str, place: Place) -> Lock:
    from flashgen.history.adopt import adopted

    return adopted(read_bytes(package), str(package), uid, place)


def _place(folder: Path, root: Path) -> Place:
    return Place(lock_file(folder).relative_to(root).as_posix(), 1, 1)
