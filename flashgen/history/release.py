"""Make the next release: new and changed notes get its time, all others stay as released."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flashgen.errors import SchemaError
from flashgen.history.lockfile import release_name, with_lines, written
from flashgen.load.files import read_bytes
from flashgen.model.deck import Deck
from flashgen.model.lock import Lock, ReleasedNote, ReleasedType


@dataclass(frozen=True, slots=True)
class Release:
    """A deck, what learners will have of it, and the ids of the notes that belong to each chapter, by its stem."""

    deck: Deck
    lock: Lock
    parts: Mapping[str, Sequence[str]]

    @property
    def changed(self) -> bool:
        """Whether the lock differs from that of the last release."""
        return self.lock != self.deck.lock


Clock = Callable[[int], int]
"""Returns the time to stamp, in seconds since 1970: later than the one that it is given."""


def next_lock(deck: Deck, types: Iterable[ReleasedType], notes: Iterable[ReleasedNote], clock: Clock) -> Lock:
    """Return the lock of a deck once these drafts are released; `clock` is asked only if learners will see a change.

    One whose packages are the same is no release of its own. A number that a note did not have is given at that time.
    SchemaError where a note type has other fields or templates than it was released with.
    """
    old = deck.lock
    kinds = [_type(type, old.types.get(type.kind), old.place.path) for type in types]
    before = {note.guid: note for note in old.notes.values()}
    drafts = [_kept(note, before.get(note.guid)) for note in notes]
    changed = any(kind.time == 0 for kind in kinds) or any(draft.time == 0 for draft in drafts)
    time = clock(old.newest) if changed else 0
    gone = {draft.guid for draft in drafts}
    kept = {id: note for id, note in old.notes.items() if note.guid not in gone}
    new = Lock(
        place=old.place,
        uid=deck.uid,
        name=old.name or deck.name,
        types={**old.types, **{draft.kind: replace(draft, time=draft.time or time) for draft in kinds}},
        notes=kept | {draft.id: draft if draft.time else _dated(draft, time) for draft in drafts},
        releases=old.releases,
        lines=old.lines,
    )
    if _is_packed_as(new, old):
        return new
    new = with_lines(new)
    return replace(new, releases={**old.releases, release_name(new): new.newest})


def _is_packed_as(new: Lock, old: Lock) -> bool:
    """Tell whether packages of two locks are the same; an adopted lock may differ in what they do not hold."""
    if (new.uid, new.name, new.types, new.notes.keys()) != (old.uid, old.name, old.types, old.notes.keys()):
        return False
    return all(note is old.notes[id] or _packed(note) == _packed(old.notes[id]) for id, note in new.notes.items())


def _packed(note: ReleasedNote) -> ReleasedNote:
    return replace(note, hidden="", given={})


def _kept(draft: ReleasedNote, before: ReleasedNote | None) -> ReleasedNote:
    """Return a draft with the numbers it was given, and with its last release's time if learners see no change."""
    if before is None or draft is before:
        return draft
    if _seen(draft) != _seen(before):
        return replace(draft, given=before.given)
    if _unseen(draft) == _unseen(before):
        return before
    return replace(draft, time=before.time, given=before.given)


def _dated(draft: ReleasedNote, time: int) -> ReleasedNote:
    numbers = sorted({*draft.cards, *draft.given})
    return replace(draft, time=time, given={number: draft.given.get(number, time) for number in numbers})


def _seen(note: ReleasedNote) -> tuple[object, ...]:
    """Return what learners see of a note."""
    return note.kind, note.fields, note.tags, note.cards


def _unseen(note: ReleasedNote) -> tuple[object, ...]:
    """Return what learners do not see of a note, and a draft has."""
    return note.id, note.guid, note.deck, note.due, note.hidden, note.buried, note.withdrawn


def _type(draft: ReleasedType, before: ReleasedType | None, path: str) -> ReleasedType:
    """Return a note type's draft under its frozen name, with the time of its last release if it looks the same."""
    if before is None:
        return draft
    if (before.fields, before.templates) != (draft.fields, draft.templates):
        was, now = (*before.fields, *before.templates), (*draft.fields, *draft.templates)
        raise SchemaError(path, draft.kind, was, now)
    return replace(draft, name=before.name, time=before.time if before.looks == draft.looks else 0)


def lock_files(releases: Sequence[Release], root: Path) -> dict[Path, bytes]:
    """Return the content of each lock that has to be written, by its path, because other bytes are there."""
    files = {root / of.lock.place.path: written(of.lock) for of in releases}
    return {path: content for path, content in files.items() if not path.exists() or read_bytes(path) != content}
