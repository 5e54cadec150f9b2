"""Get a lock from its file, an earlier package, or a git revision."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from flashgen.errors import LockThereError, NoRevisionError, NotOursError
from flashgen.history.joining import joined
from flashgen.history.lockmerge import parse_merged
from flashgen.history.lockreader import parse
from flashgen.history.revision import content_at
from flashgen.load.files import lock_file, read_bytes, read_text
from flashgen.model.deck import Deck
from flashgen.model.lock import Lock, ReleasedNote
from flashgen.model.place import Place
from flashgen.model.problem import Problem

Origin = Callable[[Path, str, list[Problem]], Lock]
"""Return the lock of a deck from its folder and uid (empty if unknown); append problems to the list."""


def origin(root: Path, adopt: str | None = None, merge: bool = False) -> Origin:
    """Return the function that reads a project's locks or adopts one; see `read_lock` and `adopted_lock`."""

    def lock(folder: Path, uid: str, problems: list[Problem]) -> Lock:
        return adopted_lock(folder, root, adopt, uid) if adopt and uid else read_lock(folder, root, problems, merge)

    return lock


def read_lock(folder: Path, root: Path, problems: list[Problem], merge: bool = False) -> Lock:
    """Return the lock in a deck's folder, or an empty one if there is none; append problems to the list.

    With `merge`, join both sides of a lock that has merge conflicts.
    """
    path, place = lock_file(folder), _place(folder, root)
    text = read_text(path, root, problems) if path.exists() or path.is_symlink() else None
    if text is None:
        return Lock(place)
    broken: list[Problem] = []
    lock = parse(text, place.path, broken)
    if broken and merge:
        broken = []
        lock = parse_merged(text, place.path, broken)
    problems.extend(broken)
    return lock


def adopted_lock(folder: Path, root: Path, since: str, uid: str) -> Lock:
    """Return the lock from a package or git revision, joined with the deck's own if there is one.

    Raise LockThereError if `since` adds no release to the deck's own lock, or lacks releases of a broken one;
    NotOursError or NoRevisionError if `since` has no release of the deck.
    """
    place, path = _place(folder, root), lock_file(folder)
    if Path(since).is_file():
        new = _from_package(Path(since), folder.name, uid, place, whole=True)
    else:
        new = _lock_at(since, place, root)
        if not new.notes:
            raise NoRevisionError(since, f"it has no {place.path}")
    text = read_text(path, root, []) if path.exists() else None
    broken: list[Problem] = []
    old = parse(text or "", place.path, broken)
    known = parse_merged(text or "", place.path, []).releases.keys()
    if not known <= new.releases.keys() if broken else new.releases.keys() <= known:
        raise LockThereError(str(path), since)
    if broken:
        return new
    return _forward(old, new) if known <= new.releases.keys() else joined((old, new))


def _forward(old: Lock, new: Lock) -> Lock:
    """Return a later lock, with details from an earlier one that a package does not hold."""
    before = {note.guid: note for note in old.notes.values()}
    return replace(new, notes={id: _exact(note, before.get(note.guid)) for id, note in new.notes.items()})


def _exact(note: ReleasedNote, before: ReleasedNote | None) -> ReleasedNote:
    if before is None:
        return note
    given = {number: before.given.get(number, time) for number, time in note.given.items()}
    known = replace(note, given=given)
    return replace(known, hidden=before.hidden, buried=before.buried) if before.time == note.time else known


def locks_since(decks: Sequence[Deck], root: Path, since: str | None) -> Mapping[str, Lock]:
    """Return the locks from a package or git revision, or the decks' own, by slug.

    A package belongs to one deck; the others are left out. Raise NotOursError if it belongs to none, NoRevisionError
    if `since` is neither a package nor a revision.
    """
    if since is None:
        return {deck.slug: deck.lock for deck in decks}
    if not Path(since).is_file():
        return {deck.slug: _lock_at(since, deck.lock.place, root) for deck in decks}
    locks: dict[str, Lock] = {}
    for deck in decks:
        try:
            locks[deck.slug] = _from_package(Path(since), deck.slug, deck.uid, deck.lock.place)
        except NotOursError:
            if deck is decks[-1] and not locks:
                raise
    return locks


def _lock_at(revision: str, place: Place, root: Path) -> Lock:
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
