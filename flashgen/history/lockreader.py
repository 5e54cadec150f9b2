"""The file `deck.lock` as it is read: whatever is not as it was written is a problem at its line, never guessed at."""

from collections.abc import Iterator, Mapping
from typing import Any

from flashgen.history.joining import joined
from flashgen.history.lines import CONFLICT, has_shape, line_hash, values
from flashgen.history.lockfile import FORMAT, HEAD, LATEST, NOTE, TYPE, lines_hash
from flashgen.model.lock import Lock, ReleasedNote, ReleasedType
from flashgen.model.place import Place
from flashgen.model.problem import Problem

_MERGE = "if two branches were merged here, run `flashgen build --merge` to join their releases"


def parse(text: str, path: str, problems: list[Problem]) -> Lock:
    """Return the lock that a file holds; each line that is not as it was written joins the problems."""
    return _Reading(path, problems).lock(text)


def parse_merged(text: str, path: str, problems: list[Problem]) -> Lock:
    """Return the lock that both sides of a merge tell together, be there marks of a conflict or not.

    Each line that is not as it was written joins the problems.
    """
    return _Reading(path, problems).merged(text)


class _Reading:
    """A lock as it is read, line by line."""

    def __init__(self, path: str, problems: list[Problem]) -> None:
        self.path, self.problems, self.place = path, problems, Place(path, 1, 1)
        self.cure = (
            f"restore it with `git checkout -- {path}`, or from the newest package of the whole deck with "
            "`flashgen build --adopt`"
        )
        self.types: dict[str, ReleasedType] = {}
        self.notes: dict[str, ReleasedNote] = {}
        self.guids: set[str] = set()
        self.hashes: list[str] = []

    def lock(self, text: str) -> Lock:
        """Return what the text says; an empty lock where its first line is not understood."""
        known = len(self.problems)
        head, *rest = text.removesuffix("\n").split("\n")
        first = self._value(head, 1)
        if first is None or not self._is_head(first, 1):
            return Lock(self.place)
        for number, line in enumerate(rest, 2):
            self._line(line, number)
        if len(self.problems) == known:
            self._whole(first)
        return Lock(self.place, first["uid"], first["name"], self.types, self.notes, first["releases"])

    def merged(self, text: str) -> Lock:
        """Return what all lines of the text say together; an empty lock where none is a first line."""
        sides, most = [Lock(self.place)], 0
        for number, line in _sides(text):
            if (value := self._value(line, number)) is None:
                continue
            if "flashgen lock" in value:
                if self._is_head(value, number):
                    sides.append(Lock(self.place, value["uid"], value["name"], releases=value["releases"]))
                    most = max(most, value["notes"])
            elif "type" in value and "id" not in value:
                if self._fits(value, TYPE, number):
                    sides.append(Lock(self.place, types={value["type"]: _type(value)}))
            elif self._fits(value, NOTE, number):
                sides.append(Lock(self.place, notes={value["id"]: _note(value)}))
        lock = joined(sides)
        if len(lock.notes) < most or not most:
            self._broken(1, f"one side of this merge had {most} notes, but this file has {len(lock.notes)}")
        return lock

    def _is_head(self, line: Mapping[str, Any], number: int) -> bool:
        version = line.get("flashgen lock")
        if isinstance(version, int) and version > FORMAT:
            said, hint = (
                f"this lock has format {version}, but this flashgen supports {FORMAT}",
                "install a newer flashgen",
            )
            return self._report(number, "newer-lock", said, hint)
        return self._fits(line, HEAD, number)

    def _whole(self, head: Mapping[str, Any]) -> None:
        """Report lines that are not those of the last release, though each is as it was written."""
        if len(self.notes) != head["notes"]:
            said = (
                f"this file has {len(self.notes)} notes, but was written with {head['notes']}: lines were lost or added"
            )
            self._broken(1, said)
        elif lines_hash(head["uid"], head["name"], head["releases"], self.hashes) != head["lines"]:
            self._broken(
                1, "these lines were not written together: some were lost, added, or come from another release"
            )

    def _line(self, text: str, number: int) -> None:
        line = self._value(text, number)
        if line is None:
            return
        if "flashgen lock" in line:
            self._report(number, "broken-lock", "the first line of a lock is repeated here", _MERGE)
        elif "type" in line and "id" not in line:
            if self._fits(line, TYPE, number) and self._is_next(line["type"], self.types, bool(self.notes), number):
                self.types[line["type"]] = _type(line)
                self.hashes.append(line["hash"])
        elif self._fits(line, NOTE, number) and self._is_next(line["id"], self.notes, False, number):
            self._add(_note(line), number)
            self.hashes.append(line["hash"])

    def _add(self, note: ReleasedNote, number: int) -> None:
        if note.kind not in self.types:
            self._broken(number, f'there is no line for the note type "{note.kind}"')
        elif note.guid in self.guids:
            self._report(number, "broken-lock", f'the guid of "{note.id}" stands twice', _MERGE)
        self.guids.add(note.guid)
        self.notes[note.id] = note

    def _value(self, text: str, number: int) -> Mapping[str, Any] | None:
        if CONFLICT.match(text):
            self._report(number, "broken-lock", "a conflict of a merge", _MERGE)
            return None
        line = values(text)
        if line is None:
            self._broken(number, "this line is not a JSON object")
        return line

    def _fits(self, line: Mapping[str, Any], shape: Mapping[str, type], number: int) -> bool:
        """Tell whether a line has the keys that it must have, each with a value of its type."""
        if not has_shape(line, shape) or _odd(line):
            return self._broken(number, f"this line needs the values {', '.join(shape)}")
        if "hash" in shape and line_hash(line) != line["hash"]:
            return self._broken(number, f'the line of "{line.get("id", line["type"])}" was changed by hand or damaged')
        return True

    def _is_next(self, name: str, known: dict[str, Any], late: bool, number: int) -> bool:
        """Tell whether a line stands where it belongs: behind those with lower names."""
        if late or (known and name <= next(reversed(known))):
            said = f'"{name}" appears twice' if name in known else f'the line of "{name}" is out of order'
            return self._report(number, "broken-lock", said, _MERGE)
        return True

    def _broken(self, number: int, said: str) -> bool:
        return self._report(number, "broken-lock", said, self.cure)

    def _report(self, number: int, rule: str, said: str, hint: str) -> bool:
        self.problems.append(Problem(Place(self.path, number, 1), rule, said, hint))
        return False


def _sides(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of both sides of a merge with their numbers, without the marks and what stood before."""
    before = False
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        if mark := CONFLICT.match(line):
            before = mark[1] == "|||||||"
        elif not before:
            yield number, line


def _odd(line: Mapping[str, Any]) -> bool:
    """Tell whether a value inside of a list or mapping is of the wrong type, or a number out of range."""
    texts: list[object] = [*line.get("tags", ()), *line.get("templates", ())]
    fields, buried, given = line.get("fields", {}), line.get("buried", {}), line.get("given", {})
    texts += [*fields.values()] if isinstance(fields, dict) else fields
    texts += buried.values()
    numbers = [*line.get("cards", ()), line.get("due", 1), line.get("time", 1), line.get("flashgen lock", 1)]
    numbers += [*given.values(), *line.get("releases", {}).values(), line.get("notes", 0) + 1]
    whole = all(type(number) is int and 0 < number < LATEST for number in numbers)
    return not (whole and all(isinstance(text, str) for text in texts) and all(map(str.isdecimal, {**buried, **given})))


def _type(line: Mapping[str, Any]) -> ReleasedType:
    fields, templates = tuple(line["fields"]), tuple(line["templates"])
    return ReleasedType(line["type"], line["name"], fields, templates, line["looks"], line["time"])


def _note(line: Mapping[str, Any]) -> ReleasedNote:
    return ReleasedNote(
        id=line["id"],
        guid=line["guid"],
        kind=line["type"],
        deck=line["deck"],
        due=line["due"],
        time=line["time"],
        fields=line["fields"],
        tags=tuple(line["tags"]),
        cards=tuple(line["cards"]),
        hidden=line["hidden"],
        buried={int(number): text for number, text in line["buried"].items()},
        withdrawn=line["withdrawn"],
        given={int(number): time for number, time in line["given"].items()},
    )
