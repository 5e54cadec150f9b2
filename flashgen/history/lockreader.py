"""The file `deck.lock` as it is read: whatever is not as it was written is a problem at its line, never guessed at."""

from typing import Any

from flashgen.history import lockline
from flashgen.history.lockfaults import Faults
from flashgen.history.lockfile import lines_hash
from flashgen.history.lockline import BrokenLineError, Line
from flashgen.model.lock import Lock, ReleasedNote, ReleasedType
from flashgen.model.place import Place
from flashgen.model.problem import Problem


def parse(text: str, path: str, problems: list[Problem]) -> Lock:
    """Return the lock that a file holds; each line that is not as it was written joins the problems.

    It is an empty one where the first line is not understood.
    """
    place, known, faults = Place(path, 1, 1), len(problems), Faults(path, problems)
    first, *rows = text.removesuffix("\n").encode("utf-8").split(b"\n")
    head = faults.read(1, lambda: lockline.read_head(lockline.read_line(first)))
    if head is None:
        return Lock(place)
    reading = _Reading(head["uid"])
    for number, row in enumerate(rows, 2):
        faults.read(number, reading.take, row.removesuffix(b"\r"))
    if len(problems) == known:
        faults.read(1, reading.verify, head)
    return Lock(place, head["uid"], head["name"], reading.types, reading.notes, head["releases"], reading.lines)


class _Reading:
    """What the lines that were read so far hold."""

    def __init__(self, uid: str) -> None:
        self.uid = uid
        self.types: dict[str, ReleasedType] = {}
        self.texts: dict[str, str] = {}
        self.notes: dict[str, ReleasedNote] = {}
        self.lines: dict[str, tuple[ReleasedNote, bytes]] = {}
        self.guids: set[str] = set()
        self.hashes: list[str] = []

    def take(self, row: bytes) -> None:
        """Read the next line."""
        line = lockline.read_line(row)
        if lockline.is_head(line):
            raise BrokenLineError("the first line of a lock is repeated here", merged=True)
        if lockline.is_text(line):
            name, text = lockline.read_text(line)
            _in_order(name, self.texts, late=bool(self.notes))
            self.texts[name] = text
            return
        if lockline.is_type(line):
            type = lockline.read_type(line)
            _in_order(type.kind, self.types, late=bool(self.texts or self.notes))
            self.types[type.kind] = type
        else:
            self._add(lockline.read_note(row, line, self.types, self.texts, self.uid), row)
        self.hashes.append(lockline.hash_of(row, line))

    def _add(self, note: ReleasedNote, row: bytes) -> None:
        _in_order(note.id, self.notes)
        if note.kind not in self.types:
            raise BrokenLineError(f'there is no line for the note type "{note.kind}"')
        if note.guid in self.guids:
            raise BrokenLineError(f'the guid of "{note.id}" stands twice', merged=True)
        self.guids.add(note.guid)
        self.notes[note.id] = note
        if row.startswith(b"["):
            self.lines[note.id] = note, row

    def verify(self, head: Line) -> None:
        """Look for lines that are not those of the last release, though each is as it was written."""
        if len(self.notes) != head["notes"]:
            was = f"was written with {head['notes']}: lines were lost or added"
            raise BrokenLineError(f"this file has {len(self.notes)} notes, but {was}")
        if lines_hash(head["uid"], head["name"], head["releases"], self.hashes) != head["lines"]:
            said = "these lines were not written together: some were lost, added, or come from another release"
            raise BrokenLineError(said)


def _in_order(name: str, known: dict[str, Any], late: bool = False) -> None:
    """Raise an error for a line that does not stand where it belongs: behind those with lower names."""
    if late or (known and name <= next(reversed(known))):
        said = f'"{name}" appears twice' if name in known else f'the line of "{name}" is out of order'
        raise BrokenLineError(said, merged=True)
