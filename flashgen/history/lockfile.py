"""Write the file `deck.lock`: a JSON line for the deck, each note type and each note, sorted for easy merges.

The first line has a hash over all lines, in any order. It reveals lines that were lost, added or taken from another
release.
"""

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

from flashgen.history.lines import line_hash
from flashgen.model.lock import Lock, ReleasedNote, ReleasedType

FORMAT = 2
_PAGE = re.compile(r'(?<=href=")_[^"]*-[0-9a-f]{12}\.html')
LATEST = 1 << 36
"""Times in seconds are below this; a larger value is in milliseconds by mistake."""

HEAD = {"flashgen lock": int, "uid": str, "name": str, "notes": int, "lines": str, "releases": dict}
TYPE = {"type": str, "hash": str, "name": str, "fields": list, "templates": list, "looks": str, "time": int}
NOTE = {
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
    "given": dict,
    "tags": list,
    "fields": dict,
}


TEMPLATE = ("name", "qfmt", "afmt", "bqfmt", "bafmt")
"""The parts of a template in Anki's JSON that make its looks."""


def looks(css: str, parts: Iterable[tuple[str, ...]]) -> str:
    """Return the hash of a note type's looks: its style sheet, its templates and its fields' descriptions.

    If the cards link to the page of the source in the package, a second hash follows that leaves out the page's file
    name: the name changes with the page's content.
    """
    content = "\x1f".join([css, *[word for part in parts for word in part]])
    bare = _PAGE.sub("", content)
    return " ".join(sha256(text.encode("utf-8")).hexdigest()[:16] for text in dict.fromkeys((content, bare)))


def written(lock: Lock) -> bytes:
    """Return the content of a lock's file."""
    lines = _lines(lock)
    sum = _sum(lock, lines)
    head = dict(zip(HEAD, (FORMAT, lock.uid, lock.name, len(lock.notes), sum, lock.releases), strict=True))
    return "".join([json.dumps(line, ensure_ascii=False) + "\n" for line in (head, *lines)]).encode("utf-8")


def release_name(lock: Lock) -> str:
    """Return the name of the release that a lock describes: a hash of its content."""
    return _sum(lock, _lines(lock))


def lines_hash(uid: str, name: str, releases: Iterable[str], hashes: Iterable[str]) -> str:
    """Return the hash of a lock from the hashes of its lines, in any order."""
    return sha256("\x1f".join([uid, name, *releases, "", *sorted(hashes)]).encode("utf-8")).hexdigest()[:12]


def _sum(lock: Lock, lines: Iterable[Mapping[str, object]]) -> str:
    return lines_hash(lock.uid, lock.name, lock.releases, [str(line["hash"]) for line in lines])


def _lines(lock: Lock) -> list[dict[str, object]]:
    types = [_type_line(lock.types[kind]) for kind in sorted(lock.types)]
    return types + [_note_line(lock.notes[id]) for id in sorted(lock.notes)]


def _type_line(type: ReleasedType) -> dict[str, object]:
    values = (type.kind, "", type.name, type.fields, type.templates, type.looks, type.time)
    return _hashed(dict(zip(TYPE, values, strict=True)))


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
        note.given,
        note.tags,
        note.fields,
    )
    return _hashed(dict(zip(NOTE, values, strict=True)))
