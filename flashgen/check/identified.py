"""An id put into an entry that has none, as its first key or behind a key without a value."""

import re
from collections.abc import Callable, Iterator

from flashgen.check.fix import Edit, Written
from flashgen.load.nodes import Mapping, Scalar

_BLANK = re.compile("[ \t]*(?=[\r\n\x85\u2028\u2029]|$)")
_INDENT = re.compile("[ ?-]*")


def without_id(file: Written) -> Iterator[Mapping]:
    """Yield the entries that have no id, or nothing as one; what is in quotes may have been meant."""
    for entry in file.entries.items:
        if isinstance(entry, Mapping):
            _, id = entry.pairs.get("id", (None, None))
            if id is None or (isinstance(id, Scalar) and not id.value):
                yield entry


def identified(entry: Mapping, file: Written, id: Callable[[], str]) -> Iterator[Edit]:
    """Yield the edit that gives an id to such an entry, if there is room for it; only then is the id asked for."""
    if "id" in entry.pairs:
        start = file.offset(entry.pairs["id"][1].place)
        if file.text[start - 1] == ":" and _BLANK.match(file.text, start):
            yield Edit(start, start, f" {id()}")
        return
    start = file.offset(entry.place)
    before = file.text[file.starts[entry.place.line - 1] : start]
    if file.text[start] == "{":
        yield Edit(start + 1, start + 1, f"id: {id()}, ")
    elif file.text[file.offset(file.entries.place)] == "-" and _INDENT.fullmatch(before):
        yield Edit(start, start, f"id: {id()}{_line_end(file, entry)}{' ' * len(before)}")


def _line_end(file: Written, entry: Mapping) -> str:
    """Return what ends the line above an entry."""
    start = file.starts[entry.place.line - 1]
    return "\r\n" if file.text.endswith("\r\n", 0, start) else file.text[start - 1]
