"""The file `deck.lock`: JSON, a line for the deck, each note type and each note, sorted, so that merges are easy."""

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from flashgen.model.lock import Lock, ReleasedNote, ReleasedType
from flashgen.model.place import Place
from flashgen.model.problem import Problem

FORMAT = 1
LATEST = 1 << 36
"""No time in seconds is as late as this: one that is was meant in milliseconds."""

_CONFLICT = re.compile(r"(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)([ \r]|$)")
_HEAD = {"flashgen lock": int, "uid": str, "name": str}
_TYPE = {"type": str, "hash": str, "name": str, "fields": list, "templates": list, "looks": str, "time": int}
_NOTE = {
    "id": str,
    "guid": str,
    "type": str,
    "hash": str,
    "time": int,
    "deck": str,
    "due": int,
    "cards": list,
    "withdrawn": bool,
    "hidden": str,
    "buried": dict,
    "tags": list,
    "fields": dict,
}
_HINT = "restore the file from version control, or make it anew with build --adopt"


def line_hash(line: Mapping[str, object]) -> str:
    """Return the hash of a line's other values, by which it shows whether it is as it was written."""
    said = json.dumps({key: value for key, value in line.items() if key != "hash"}, ensure_ascii=False)
    return sha256(said.encode("utf-8")).hexdigest()[:16]


def looks(css: str, templates: Iterable[tuple[str, str, str]]) -> str:
    """Return the hash of what a note type looks like; each template is its name, front and back."""
    said = [part for template in templates for part in template]
    return sha256("\x1f".join([css, *said]).encode("utf-8")).hexdigest()[:16]


def written(lock: Lock) -> bytes:
    """Return a lock as the content of its file."""
    lines: list[Mapping[str, object]] = [{"flashgen lock": FORMAT, "uid": lock.uid, "name": lock.name}]
    lines += [_type_line(lock.types[kind]) for kind in sorted(lock.types)]
    lines += [_note_line(lock.notes[id]) for id in sorted(lock.notes)]
    return "".join([json.dumps(line, ensure_ascii=False) + "\n" for line in lines]).encode("utf-8")


def _type_line(of: ReleasedType) -> dict[str, object]:
    values = (of.kind, "", of.name, of.fields, of.templates, of.looks, of.time)
    return _hashed(dict(zip(_TYPE, values, strict=True)))


def _hashed(line: dict[str, object]) -> dict[str, object]:
    return {**line, "hash": line_hash(line)}


def _note_line(note: ReleasedNote) -> dict[str, object]:
    values = (
        note.id,
        note.guid,
        note.kind,
        "",
        note.time,
        note.deck,
        note.due,
        note.cards,
        note.withdrawn,
        note.hidden,
        note.buried,
        note.tags,
        note.fields,
    )
    return _hashed(dict(zip(_NOTE, values, strict=True)))


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
        return self._fits(line, _HEAD, 1)

    def _line(self, text: str, number: int) -> None:
        line = self._value(text, number)
        if line is None:
            return
        if "type" in line and "id" not in line:
            if self._fits(line, _TYPE, number) and self._is_next(line["type"], self.types, bool(self.notes), number):
                self.types[line["type"]] = _type(line)
        elif self._fits(line, _NOTE, number) and self._is_next(line["id"], self.notes, False, number):
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
            json.dumps(value, ensure_ascii=False).encode("utf-8")  # half a character would break every output
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
