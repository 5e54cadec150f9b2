"""Lines of a file that flashgen writes and that people merge: a JSON object each, with a hash of its own."""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

CONFLICT = re.compile(r"(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)([ \r]|$)")
"""A line that a merge leaves between the two sides of a conflict."""


def line_hash(line: Mapping[str, object]) -> str:
    """Return the hash of a line's other values, by which it shows whether it is as it was written."""
    said = json.dumps({key: value for key, value in line.items() if key != "hash"}, ensure_ascii=False)
    return sha256(said.encode("utf-8")).hexdigest()[:16]


def values(text: str) -> Mapping[str, Any] | None:
    """Return the values of a line; None where it is no JSON object."""
    try:
        value = json.loads(text)
        if "\\u" in text:  # half a character, which only an escape can bring, would break every output
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def has_shape(line: Mapping[str, Any], shape: Mapping[str, type]) -> bool:
    """Tell whether a line has the keys that it must have, each with a value of its type."""
    return [*line] == [*shape] and all(type(line[key]) is shape[key] for key in shape)
