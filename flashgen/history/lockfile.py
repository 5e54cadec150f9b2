"""The file `deck.lock`: JSON, a line for the deck, each note type and each note, sorted, so that merges are easy.

Its first line has a hash over all lines, in whatever order they are, so that a line that was lost, came in, or is of
another release shows.
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
"""No time in seconds is as late as this: one that is was meant in milliseconds."""

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


def looks(css: str, templates: Iterable[tuple[str, str, str]]) -> str:
    """Return the hash of what a note type looks like; each template is its name, front and back.

    Where the cards link to the page of the source that travels with them, a second hash follows, of all but the name of
    that page, which has its content's hash in it.
    """
    said = "\x1f".join([css, *[part for template in templates for part in template]])
    bare = _PAGE.sub("", said)
    return " ".join(sha256(one.encode("utf-8")).hexdigest()[:16] for one in dict.fromkeys((said, bare)))


def written(lock: Lock) -> bytes:
    """Return a lock as the content of its file."""
    lines = _lines(lock)
    sum = _sum(lock, lines)
    head = dict(zip(HEAD, (FORMAT, lock.uid, lock.name, len(lock.notes), sum, lock.releases), strict=True))
    return "".join([json.dumps(line, ensure_ascii=False) + "\n" for line in (head, *lines)]).encode("utf-8")


def release_name(lock: Lock) -> str:
    """Return the name of the release that a lock is, behind those that it knows of."""
    return _sum(lock, _lines(lock))


def lines_hash(uid: str, name: str, releases: Iterable[str], hashes: Iterable[str]) -> str:
    """Return the hash of a lock, by those of its lines in any order."""
    return sha256("\x1f".join([uid, name, *releases, "", *sorted(hashes)]).encode("utf-8")).hexdigest()[:12]


def _sum(lock: Lock, lines: Iterable[Mapping[str, object]]) -> str:
    return lines_hash(lock.uid, lock.name, lock.releases, [str(line["hash"]) for line in lines])


def _lines(lock: Lock) -> list[dict[str, object]]:
    types = [_type_line(lock.types[kind]) for kind in sorted(lock.types)]
    return types + [_note_line(lock.notes[id]) for id in sorted(lock.notes)]


def _type_line(of: ReleasedType) -> dict[str, object]:
    values = (of.kind, "", of.name, of.fields, of.templates, of.looks, of.time)
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
