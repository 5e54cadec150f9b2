"""Read and hash the lines of files that flashgen writes and people merge: each line is a JSON object with a hash."""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

CONFLICT = re.compile(r"(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)([ \r]|$)")
"""A line that a merge leaves between the two sides of a conflict."""


def line_hash(line: Mapping[str, object]) -> str:
    """Return the hash over a line's other values; it shows whether the line was edited by hand."""
    content = json.dumps({key: value for key, value in line.items() if key != "hash"}, ensure_ascii=False)
    return sha256(content.encode("utf-8")).hexdigest()[:16]


def values(text: str) -> Mapping[str, Any] | None:
    """Return the values of a line; None if it is not a JSON object."""
    try:
        value = json.loads(text)
        if "\\u" in text:  # a lone surrogate, possible only as an escape, breaks every output
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def has_shape(line: Mapping[str, Any], shape: Mapping[str, type]) -> bool:
    """Tell whether a line has exactly the expected keys, in order, each with a value of its type."""
    return [*line] == [*shape] and all(type(line[key]) is shape[key] for key in shape)
