"""A file of CSL JSON, as Zotero exports it: one item, or a list of them."""

import json
import re
from collections.abc import Iterator

from flashgen.load.decode import place_of
from flashgen.load.exported import Item
from flashgen.model.place import Place
from flashgen.model.problem import Problem

_AGAIN = 'export the item from Zotero again, with the format "CSL JSON"'
_ITEM = re.compile(r"[^\s,]")
_FOREIGN = {"itemType", "items"}
"""Keys of the other JSON that Zotero and Better BibTeX export."""

_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)


def items(text: str, path: str, problems: list[Problem]) -> list[Item]:
    """Return the items of a file; none with a problem if it is not CSL JSON."""
    place = Place(path, 1, 1)
    try:
        content = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        place, message = place_of(path, text[: error.pos]), f"this is not JSON: {error.msg.lower()}"
    except RecursionError:
        message = "this JSON is nested too deeply"
    else:
        values = content if isinstance(content, list) else [content]
        if all(isinstance(item, dict) and not _FOREIGN & item.keys() for item in values):
            starts = _starts(text) if isinstance(content, list) else [text.index("{")]
            return [Item(_names(it), place_of(path, text[:at]), it) for it, at in zip(values, starts, strict=True)]
        message = "this JSON is not CSL JSON"
    problems.append(Problem(place, "bad-citation", message, _AGAIN))
    return []


def _starts(text: str) -> Iterator[int]:
    """Yield the offset of each item of a list. The text must be valid JSON."""
    at = text.index("[") + 1
    while (found := _ITEM.search(text, at)) and found.group() == "{":
        yield found.start()
        at = _DECODER.raw_decode(text, found.start())[1]


def _names(item: dict[str, object]) -> tuple[str, ...]:
    """Return the names that an item goes by: its citation key, its id, and the end of an id with slashes."""
    id = str(item.get("id", ""))
    names = str(item.get("citation-key", "")), id, id.rpartition("/")[2]
    return tuple(dict.fromkeys(filter(None, names)))
