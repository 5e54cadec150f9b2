"""Read, write and hash the lines of files that flashgen writes and people merge: each is JSON with a hash.

An object has the hash among its values. A list ends with one over the bytes before it, which is several times faster.
"""

import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Any

import orjson

CONFLICT = re.compile(r"(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)([ \r]|$)")
"""A line that a merge leaves between the two sides of a conflict."""

_LONG, _SHORT = 8, 6
HASH, _BEFORE = slice(-13, -2), slice(-15)
"""Where the hash at the end of a line stands, and what stands before it."""


def sealed(values: Sequence[object]) -> bytes:
    """Return a line with a list of values, and the hash over them as its last one."""
    told = orjson.dumps(values)[:-1]
    return b'%s,"%s"]' % (told, _digest(told, _LONG))


def is_whole(line: bytes) -> bool:
    """Tell whether the hash at the end of a line is that of what stands before it."""
    return line[HASH] == _digest(line[_BEFORE], _LONG)


@lru_cache(maxsize=65536)
def name_of(text: str) -> str:
    """Return the name of a text: a short hash."""
    return _digest(text.encode("utf-8"), _SHORT).decode("ascii")


def _digest(content: bytes, length: int) -> bytes:
    return urlsafe_b64encode(sha256(content).digest()[:length]).rstrip(b"=")


def line_hash(line: Mapping[str, object]) -> str:
    """Return the hash over a line's other values; it shows whether the line was edited by hand."""
    content = json.dumps({key: value for key, value in line.items() if key != "hash"}, ensure_ascii=False)
    return sha256(content.encode("utf-8")).hexdigest()[:16]


def values(line: str | bytes) -> Mapping[str, Any] | list[Any] | None:
    """Return the values of a line, an object or a list; None if it is neither."""
    try:
        found = orjson.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict | list) else None


def has_shape(line: Any, shape: Mapping[str, type]) -> bool:
    """Tell whether a line is an object of exactly the expected keys, in order, each with a value of its type."""
    return isinstance(line, dict) and [*line] == [*shape] and all(type(line[key]) is shape[key] for key in shape)
