"""JSON Schemas (draft 2020-12) of the author's files: with them, an editor completes and checks what is typed.

A schema sees one value at a time, so that some faults show to `flashgen check` alone: two entries with one id, pages
and footnotes that the source does not have or that run backwards, pages left out, a section, source or image that is
not there, a deletion where none may be or that is not closed, a key that stands twice, a text cut off by a comment, and
whatever compares with what was released. On the other hand an editor takes an unquoted `null` or `~` for nothing, and
`0x62` and `98.0` for 98, where the loader sees a text.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from typing import Any

from flashgen.kinds import KINDS
from flashgen.kinds.entry import COMMON
from flashgen.kinds.kind import Kind
from flashgen.load import chapter, deck, source
from flashgen.load.key import Key, Shape, described, mapping

FILES = ("deck", "chapter", "source")
"""The kinds of files that have a schema."""

_HEAD = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
_ENTRY: Shape = {"$ref": "#/$defs/entry"}


def schema(file: str) -> bytes:
    """Return the schema of a kind of file."""
    made = {"deck": _deck, "chapter": _chapter, "source": _source}[file]()
    return f"{json.dumps(_HEAD | made, indent=2, ensure_ascii=False)}\n".encode()


def path_of(file: str, root: Path) -> Path:
    """Return where a project keeps a schema; its files name it in their first line."""
    return root / "decks/.schema" / f"{file}.json"


def _deck() -> dict[str, Any]:
    return {"title": "flashgen: a deck", "description": "The file deck.yaml of a deck's folder.", **mapping(deck.KEYS)}


def _source() -> dict[str, Any]:
    said = "A file of source/: what the cards cite, page by page."
    return {"title": "flashgen: a source", "description": said, **mapping(source.KEYS)}


def _chapter() -> dict[str, Any]:
    entries = Key("entries", chapter.ENTRIES, {"type": "array", "items": _ENTRY}, needed=True)
    kinds = {kind.name: _kind(kind) for kind in KINDS}
    return {
        "title": "flashgen: a chapter",
        "description": "A file of entries about one section of the source.",
        **mapping((*chapter.HEAD, entries)),
        "$defs": {"entry": _entry(), **kinds, "unnamed": _unnamed(), **{key.name: described(key) for key in COMMON}},
    }


def _entry() -> dict[str, Any]:
    """Return the shape of an entry: that of the kind that the first key of its own names."""
    named = [
        {"if": {"type": "object", "required": [kind.name]}, "then": {"$ref": f"#/$defs/{kind.name}"}} for kind in KINDS
    ]
    none = {"if": {"not": {"anyOf": _names()}}, "then": {"$ref": "#/$defs/unnamed"}}
    return {
        "description": f"An entry: {', '.join(key.name for key in COMMON)}, and the keys of one kind.",
        "type": "object",
        "allOf": [*named, none],
        "defaultSnippets": [_snippet(kind) for kind in KINDS],
    }


def _kind(kind: Kind) -> dict[str, Any]:
    return {"description": kind.keys[0].says, **_with_common(kind.keys)}


def _unnamed() -> dict[str, Any]:
    """Return the shape of an entry that has no kind yet: an editor offers the keys that name one."""
    said = f"write one of {', '.join(kind.name for kind in KINDS)}"
    shape = _with_common([replace(kind.keys[0], needed=False) for kind in KINDS])
    return {"title": "an entry", **shape, "anyOf": _names(), "errorMessage": said}


def _names() -> list[dict[str, Any]]:
    return [{"required": [kind.name]} for kind in KINDS]


def _with_common(own: Sequence[Key]) -> dict[str, Any]:
    """Return the shape of an entry with keys of its own; those that all entries have are said once for all."""
    shape = mapping((*COMMON, *own))
    shape["properties"] |= {key.name: {"$ref": f"#/$defs/{key.name}"} for key in COMMON}
    return shape


def _snippet(kind: Kind) -> dict[str, Any]:
    """Return what an editor writes for a new entry: the keys that it needs, with stops at their values."""
    (id, *common), own = [key for key in COMMON if key.needed], [key for key in kind.keys if key.needed]
    stops = (f"${number}" for number in count(1))
    body = {key.name: _stopped(key, stops) for key in (id, *own, *common)}
    return {"label": kind.name, "description": kind.keys[0].says, "body": body}


def _stopped(key: Key, stops: Iterator[str]) -> str | list[str]:
    return list(islice(stops, key.shape["minItems"])) if key.shape["type"] == "array" else next(stops)
