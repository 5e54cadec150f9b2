"""A line of `deck.lock` as it is read, of this format or an earlier one: what it holds, if it is as it was written."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from flashgen.history.lines import CONFLICT, HASH, has_shape, is_whole, line_hash, name_of, values
from flashgen.history.lockfile import FORMAT, HEAD, TEXT, TYPE
from flashgen.history.lockold import NOTE, old_note
from flashgen.history.noteline import VALUES, is_odd, note_of
from flashgen.model.lock import LATEST, ReleasedNote, ReleasedType

Line: TypeAlias = Any
"""The value of a line: an object, or a list for a note."""


class BrokenLineError(Exception):
    """A line is not as it was written, or is `newer`; `merged` is whether joining two sides of a merge cures it."""

    def __init__(self, said: str, merged: bool = False, newer: bool = False) -> None:
        super().__init__(said)
        self.merged, self.newer = merged, newer


def read_line(line: bytes) -> Line:
    """Return the values of a line."""
    if line[:1] in b"<=>|" and CONFLICT.match(line.decode("utf-8")):
        raise BrokenLineError("a conflict of a merge", merged=True)
    found = values(line)
    if found is None:
        raise BrokenLineError("this line is not JSON")
    return found


def hash_of(line: bytes, found: Line) -> str:
    """Return the hash of a line."""
    return line[HASH].decode("ascii") if isinstance(found, list) else str(found["hash"])


def is_head(found: Line) -> bool:
    """Tell whether a line is a first one."""
    return isinstance(found, dict) and "flashgen lock" in found


def is_text(found: Line) -> bool:
    """Tell whether a line has a text that notes share."""
    return isinstance(found, dict) and "text" in found


def is_type(found: Line) -> bool:
    """Tell whether a line has a note type."""
    return isinstance(found, dict) and "type" in found and "id" not in found


def is_note(found: Line) -> bool:
    """Tell whether a line has a note, or nothing that any other has."""
    return not (is_head(found) or is_text(found) or is_type(found))


def read_head(found: Line) -> Line:
    """Return the values of a first line."""
    version = found.get("flashgen lock") if isinstance(found, dict) else None
    if isinstance(version, int) and version > FORMAT:
        said = f"this lock has format {version}, but this flashgen supports {FORMAT}"
        raise BrokenLineError(said, newer=True)
    if not (has_shape(found, HEAD) and all(map(_is_time, (version, found["notes"] + 1, *found["releases"].values())))):
        raise _lacking(HEAD)
    return found


def read_text(found: Line) -> tuple[str, str]:
    """Return the name of a text, and the text."""
    if not has_shape(found, TEXT):
        raise _lacking(TEXT)
    name, text = found["text"], found["is"]
    if name != name_of(text):
        raise _edited(name)
    return name, text


def read_type(found: Line) -> ReleasedType:
    """Return the note type of a line."""
    names = (*found["fields"], *found["templates"]) if has_shape(found, TYPE) else ()
    if not (names and all(isinstance(name, str) for name in names) and _is_time(found["time"])):
        raise _lacking(TYPE)
    if line_hash(found) != found["hash"]:
        raise _edited(found["type"])
    fields, templates = tuple(found["fields"]), tuple(found["templates"])
    return ReleasedType(found["type"], found["name"], fields, templates, found["looks"], found["time"])


def read_note(
    line: bytes, found: Line, types: Mapping[str, ReleasedType], texts: Mapping[str, str], uid: str
) -> ReleasedNote:
    """Return the note of a line, which shares texts with others."""
    try:
        note = _listed(line, found, types, texts, uid) if isinstance(found, list) else _old(found)
        odd = is_odd(note)
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise _lacking(VALUES) from error
    if odd:
        raise _lacking(VALUES)
    return note


def _listed(
    line: bytes, found: list[Any], types: Mapping[str, ReleasedType], texts: Mapping[str, str], uid: str
) -> ReleasedNote:
    if not is_whole(line):
        raise _edited(found[0])
    if found[1] not in types:
        raise BrokenLineError(f'there is no line for the note type "{found[1]}"')
    return note_of(found, types[found[1]].fields, uid, texts)


def _old(found: Line) -> ReleasedNote:
    if not has_shape(found, NOTE):
        raise _lacking(NOTE)
    if line_hash(found) != found["hash"]:
        raise _edited(found["id"])
    return old_note(found)


def _edited(name: str) -> BrokenLineError:
    return BrokenLineError(f'the line of "{name}" was changed by hand or damaged')


def _lacking(names: Iterable[str]) -> BrokenLineError:
    return BrokenLineError(f"this line needs the values {', '.join(names)}")


def _is_time(number: object) -> bool:
    return isinstance(number, int) and 0 < number < LATEST
