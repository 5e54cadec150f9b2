"""A lock that a merge has left, with marks of a conflict or not: what both sides tell together."""

from collections import defaultdict
from collections.abc import Iterator

from flashgen.history import lockline
from flashgen.history.joining import joined
from flashgen.history.lines import CONFLICT
from flashgen.history.lockfaults import Faults
from flashgen.history.lockline import BrokenLineError, Line
from flashgen.model.lock import Lock, ReleasedType
from flashgen.model.place import Place
from flashgen.model.problem import Problem


def parse_merged(text: str, path: str, problems: list[Problem]) -> Lock:
    """Return what all lines of a text say together; an empty lock where none is a first line.

    Each line that is not as it was written joins the problems.
    """
    place, faults, reading = Place(path, 1, 1), Faults(path, problems), _Reading(Place(path, 1, 1))
    rows = [(number, row, faults.read(number, lockline.read_line, row)) for number, row in _sides(text)]
    sides = [Lock(place)]
    for sort in (lockline.is_head, lockline.is_text, lockline.is_type, lockline.is_note):
        for number, row, line in rows:
            if line is not None and sort(line) and (side := faults.read(number, reading.side, row, line)):
                sides.append(side)
    lock = joined(sides)
    faults.read(1, _verify, lock, reading.most)
    return lock


class _Reading:
    """What lines have said so far, the first ones of both sides before their texts, types and notes."""

    def __init__(self, place: Place) -> None:
        self.place, self.uid, self.most = place, "", 0
        self.types: dict[str, ReleasedType] = {}
        # A text that one side needs no more may be gone: the notes of the other that have it are then released again.
        self.texts: dict[str, str] = defaultdict(str)

    def side(self, row: bytes, line: Line) -> Lock | None:
        """Return what a line tells of one side."""
        if lockline.is_head(line):
            head = lockline.read_head(line)
            self.uid, self.most = self.uid or head["uid"], max(self.most, head["notes"])
            return Lock(self.place, head["uid"], head["name"], releases=head["releases"])
        if lockline.is_text(line):
            name, text = lockline.read_text(line)
            self.texts[name] = text
            return None
        if lockline.is_type(line):
            type = lockline.read_type(line)
            self.types[type.kind] = type
            return Lock(self.place, types={type.kind: type})
        note = lockline.read_note(row, line, self.types, self.texts, self.uid)
        return Lock(self.place, notes={note.id: note})


def _verify(lock: Lock, most: int) -> None:
    if len(lock.notes) < most or not most:
        raise BrokenLineError(f"one side of this merge had {most} notes, but this file has {len(lock.notes)}")


def _sides(text: str) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of both sides of a merge with their numbers, without the marks and what stood before."""
    before = False
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        if mark := CONFLICT.match(line):
            before = mark[1] == "|||||||"
        elif not before:
            yield number, line.removesuffix("\r").encode("utf-8")
