"""JSON Schemas (draft 2020-12) for the author's files, so that an editor can complete and check them.

A schema sees one value at a time. Only `flashgen check` finds duplicate ids and keys; pages and footnotes that the
source does not have, run backwards or are listed twice; a missing section, source or image; a deletion that is
misplaced or not closed; text cut off by a comment; and differences from the released deck. An editor also reads an
unquoted `null` or `~` as no value, and `0x62` and `98.0` as 98; the loader reads them as text.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from typing import Any

from flashgen.kinds import KINDS
from flashgen.kinds.entry import COMMON, USUAL
from flashgen.kinds.kind import Kind
from flashgen.load import chapter, deck, source
from flashgen.load.key import Key, Shape, described, mapping

FILES = ("deck", "chapter", "source")
"""The files that have a schema."""

_HEAD = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
_ENTRY: Shape = {"$ref": "#/$defs/entry"}


def schema(file: str) -> bytes:
    """Return the schema of one of FILES, as JSON."""
    content = {"deck": _deck, "chapter": _chapter, "source": _source}[file]()
    return f"{json.dumps(_HEAD | content, indent=2, ensure_ascii=False)}\n".encode()


def path_of(file: str, root: Path) -> Path:
    """Return the path of a schema in a project; the author's files name it in their first line."""
    return root / "decks/.schema" / f"{file}.json"


def _deck() -> dict[str, Any]:
    return {"title": "flashgen: a deck", "description": "The file deck.yaml of a deck's folder.", **mapping(deck.KEYS)}


def _source() -> dict[str, Any]:
    description = "A file in source/: what the cards cite, page by page."
    return {"title": "flashgen: a source", "description": description, **mapping(source.KEYS)}


def _chapter() -> dict[str, Any]:
    entries = Key("entries", chapter.ENTRIES, {"type": "array", "items": _ENTRY}, needed=True)
    kinds = {kind.name: _kind(kind) for kind in KINDS}
    return {
        "title": "flashgen: a chapter",
        "description": "A file of entries, such as those about one section of a source.",
        **mapping((*chapter.HEAD, entries)),
        "$defs": {"entry": _entry(), **kinds, "unnamed": _unnamed(), **{key.name: described(key) for key in COMMON}},
    }


def _entry() -> dict[str, Any]:
    """Return the shape of an entry: its kind's key selects the shape."""
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
    """Return the shape of an entry without a kind, so that an editor offers the keys that name one."""
    message = f"add one of {', '.join(kind.name for kind in KINDS)}"
    shape = _with_common([replace(kind.keys[0], needed=False) for kind in KINDS])
    return {"title": "an entry", **shape, "anyOf": _names(), "errorMessage": message}


def _names() -> list[dict[str, Any]]:
    return [{"required": [kind.name]} for kind in KINDS]


def _with_common(own: Sequence[Key]) -> dict[str, Any]:
    """Return the shape of an entry with a kind's keys; common keys that it lacks refer to one definition."""
    shape = mapping((*COMMON, *own))
    mine = {key.name for key in own}
    shape["properties"] |= {key.name: {"$ref": f"#/$defs/{key.name}"} for key in COMMON if key.name not in mine}
    return shape


def _snippet(kind: Kind) -> dict[str, Any]:
    """Return an editor snippet for a new entry: the usual keys, with tab stops at their values."""
    (id, *common), own = [key for key in COMMON if key.name in USUAL], [key for key in kind.keys if key.needed]
    stops = (f"${number}" for number in count(1))
    body = {key.name: _stopped(key, stops) for key in (id, *own, *common)}
    return {"label": kind.name, "description": kind.keys[0].says, "body": body}


def _stopped(key: Key, stops: Iterator[str]) -> str | list[str]:
    return list(islice(stops, key.shape["minItems"])) if key.shape.get("type") == "array" else next(stops)
