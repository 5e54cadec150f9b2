"""Numbers for deletions that have none: the lowest free ones, in reading order."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice

from flashgen.model.note import Note
from flashgen.model.text import Deletion, Items, Math, Part, Parts, Text


def numbered(note: Note) -> Note:
    """Return a note in which every deletion has its number; numbers written by hand stay."""
    if not note.type.hiding:
        return note
    written = [deletion.number for text in note.fields if text for deletion in text.deletions]
    given = list(islice((number for number in count(1) if number not in written), written.count(0)))
    free = iter(given)
    fields = [text and Text(_parts(text.parts, free), text.place, text.language) for text in note.fields]
    ordinals = sorted({number - 1 for number in (*written, *given) if number})
    return replace(note, fields=tuple(fields), ordinals=tuple(ordinals))


def _parts(parts: Parts, free: Iterator[int]) -> Parts:
    return tuple([part if isinstance(part, str) else _part(part, free) for part in parts])


def _part(part: Math | Deletion | Items | Text, free: Iterator[int]) -> Part:
    if isinstance(part, Deletion):
        return Deletion(part.number or next(free), _parts(part.parts, free), part.hint)
    if isinstance(part, Text):
        return Text(_parts(part.parts, free), part.place, part.language)
    return part if isinstance(part, Math) else Items(tuple([_parts(row, free) for row in part.rows]))
