"""Write the file `deck.lock`: JSON lines for the deck, note types, texts of many notes, and notes, for easy merges.

The lines of a sort are in order. The first line has a hash over all lines, in any order. It reveals lines that were
lost, added or taken from another release.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

import orjson

from flashgen.history.lines import HASH, line_hash, name_of, sealed
from flashgen.history.noteline import line_of, shared
from flashgen.model.lock import Lock, ReleasedNote

FORMAT = 3
_PAGE = re.compile(r'(?<=href=")_[^"]*-[0-9a-f]{12}\.html')

HEAD = {"flashgen lock": int, "uid": str, "name": str, "notes": int, "lines": str, "releases": dict}
TYPE = {"type": str, "hash": str, "name": str, "fields": list, "templates": list, "looks": str, "time": int}
TEXT = {"text": str, "is": str}


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
    lines = with_lines(lock).lines
    texts = {name_of(text): text for note in lock.notes.values() for text in shared(note)}
    head = dict(zip(HEAD, (FORMAT, lock.uid, lock.name, len(lines), release_name(lock), lock.releases), strict=True))
    objects = [head, *_types(lock), *[{"text": name, "is": texts[name]} for name in sorted(texts)]]
    rows = [orjson.dumps(one) for one in objects] + [lines[id][1] for id in sorted(lines)]
    return b"\n".join([*rows, b""])


def release_name(lock: Lock) -> str:
    """Return the name of the release that a lock describes: a hash of its content."""
    hashes = [line[HASH].decode("ascii") for _, line in with_lines(lock).lines.values()]
    return lines_hash(lock.uid, lock.name, lock.releases, [*hashes, *[str(type["hash"]) for type in _types(lock)]])


def with_lines(lock: Lock) -> Lock:
    """Return a lock with the line of each of its notes; those that it has already stay."""
    names = {kind: type.fields for kind, type in lock.types.items()}
    lines: dict[str, tuple[ReleasedNote, bytes]] = {}
    for id, note in lock.notes.items():
        known = lock.lines.get(id)
        if known is None or known[0] is not note:
            known = note, sealed(line_of(note, names[note.kind], lock.uid, name_of))
        lines[id] = known
    return replace(lock, lines=lines)


def lines_hash(uid: str, name: str, releases: Iterable[str], hashes: Iterable[str]) -> str:
    """Return the hash of a lock from the hashes of its lines, in any order."""
    return sha256("\x1f".join([uid, name, *releases, "", *sorted(hashes)]).encode("utf-8")).hexdigest()[:12]


def _types(lock: Lock) -> Iterator[dict[str, object]]:
    for _, type in sorted(lock.types.items()):
        values = (type.kind, "", type.name, type.fields, type.templates, type.looks, type.time)
        line = dict(zip(TYPE, values, strict=True))
        yield {**line, "hash": line_hash(line)}
