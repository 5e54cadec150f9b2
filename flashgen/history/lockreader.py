"""The file `deck.lock` as it is read: whatever is not as it was written is a problem at its line, never guessed at."""

import json
import re
from collections.abc import Mapping
from typing import Any

from flashgen.history.lockfile import FORMAT, HEAD, LATEST, NOTE, TYPE, line_hash
from flashgen.model.lock import Lock, ReleasedNote, ReleasedType
from flashgen.model.place import Place
from flashgen.model.problem import Problem

_CONFLICT = re.compile(r"(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)([ \r]|$)")
_HINT = "restore the file from version control, or make it anew with build --adopt"


def parse(text: str, path: str, problems: list[Problem]) -> Lock:
    """Return the lock that a file holds; each line that is not as it was written joins the problems."""
    return _Reading(path, problems).lock(text)


class _Reading:
    """A lock as it is read, line by line."""

    def __init__(self, path: str, problems: list[Problem]) -> None:
        self.path, self.problems = path, problems
        self.types: dict[str, ReleasedType] = {}
        self.notes: dict[str, ReleasedNote] = {}
        self.guids: set[str] = set()

    def lock(self, text: str) -> Lock:
        """Return what the text says; an empty lock where its first line is not understood."""
        head, *rest = text.removesuffix("\n").split("\n")
        first = self._value(head, 1)
        if first is None or not self._is_head(first):
            return Lock(Place(self.path, 1, 1))
        for number, line in enumerate(rest, 2):
            self._line(line, number)
        return Lock(Place(self.path, 1, 1), first["uid"], first["name"], self.types, self.notes)

    def _is_head(self, line: Mapping[str, Any]) -> bool:
        version = line.get("flashgen lock")
        if isinstance(version, int) and version > FORMAT:
            said, hint = f"a lock of format {version}, where this flashgen knows {FORMAT}", "install a newer flashgen"
            return self._report(1, "newer-lock", said, hint)
        return self._fits(line, HEAD, 1)

    def _line(self, text: str, number: int) -> None:
        line = self._value(text, number)
        if line is None:
            return
        if "type" in line and "id" not in line:
            if self._fits(line, TYPE, number) and self._is_next(line["type"], self.types, bool(self.notes), number):
                self.types[line["type"]] = _type(line)
        elif self._fits(line, NOTE, number) and self._is_next(line["id"], self.notes, False, number):
            self._add(_note(line), number)

    def _add(self, note: ReleasedNote, number: int) -> None:
        if note.kind not in self.types:
            self._report(number, "broken-lock", f'there is no line for the note type "{note.kind}"', _HINT)
        elif note.guid in self.guids:
            self._report(number, "broken-lock", f'the guid of "{note.id}" stands twice', _HINT)
        self.guids.add(note.guid)
        self.notes[note.id] = note

    def _value(self, text: str, number: int) -> Mapping[str, Any] | None:
        if _CONFLICT.match(text):
            hint = "keep one line for each id, the one with the later time, and delete the marks"
            self._report(number, "broken-lock", "a conflict of a merge", hint)
            return None
        try:
            value = json.loads(text)
            if "\\u" in text:  # half a character, which only an escape can bring, would break every output
                json.dumps(value, ensure_ascii=False).encode("utf-8")
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict):
            self._report(number, "broken-lock", "this line is no JSON object", _HINT)
            return None
        return value

    def _fits(self, line: Mapping[str, Any], shape: Mapping[str, type], number: int) -> bool:
        """Tell whether a line has the keys that it must have, each with a value of its type."""
        if not ([*line] == [*shape] and all(type(line[key]) is shape[key] for key in shape)) or _odd(line):
            return self._report(number, "broken-lock", f"this line has not the values {', '.join(shape)}", _HINT)
        if "hash" in shape and line_hash(line) != line["hash"]:
            said = f'the line of "{line.get("id", line["type"])}" is not as it was written'
            return self._report(number, "broken-lock", said, _HINT)
        return True

    def _is_next(self, name: str, known: dict[str, Any], late: bool, number: int) -> bool:
        """Tell whether a line stands where it belongs: behind those with lower names."""
        if late or (known and name <= next(reversed(known))):
            twice = name in known
            said = f'"{name}" stands twice' if twice else f'the line of "{name}" is out of order'
            hint = "keep the line with the later time" if twice else "sort the lines, or restore the file"
            return self._report(number, "broken-lock", said, hint)
        return True

    def _report(self, number: int, rule: str, said: str, hint: str) -> bool:
        self.problems.append(Problem(Place(self.path, number, 1), rule, said, hint))
        return False


def _odd(line: Mapping[str, Any]) -> bool:
    """Tell whether a value inside of a list or mapping is of the wrong type, or a number out of range."""
    texts: list[object] = [*line.get("tags", ()), *line.get("templates", ())]
    fields, buried = line.get("fields", {}), line.get("buried", {})
    texts += [*fields.values()] if isinstance(fields, dict) else fields
    texts += buried.values()
    numbers = [*line.get("cards", ()), line.get("due", 1), line.get("time", 1), line.get("flashgen lock", 1)]
    whole = all(type(number) is int and 0 < number < LATEST for number in numbers)
    return not (whole and all(isinstance(text, str) for text in texts) and all(key.isdecimal() for key in buried))


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
    )
