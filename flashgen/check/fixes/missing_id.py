"""An entry without an id, or with nothing as its id, gets one from the first words of its prompt.

It is one that no entry of the deck has or was released under. Where a prompt has no Latin letter and no digit, its kind
and its page make one.
"""

import re
from collections.abc import Iterator
from itertools import chain, count
from unicodedata import normalize

from flashgen.check.fix import Edit, Fix, Written, scalars
from flashgen.kinds import KINDS
from flashgen.load.nodes import Mapping, Scalar

_LONGEST = 5
"""How many words an id is made of."""

_NAMES = {kind.name for kind in KINDS}
_HINT = re.compile(r"::[^{}]*(?=\}\})|\{\{c[0-9]+::")
_BLANK = re.compile("[ \t]*(?=[\r\n\x85\u2028\u2029]|$)")
_INDENT = re.compile("[ ?-]*")


def _edits(file: Written) -> Iterator[Edit]:
    for entry in file.entries.items:
        if isinstance(entry, Mapping) and len(_NAMES & entry.pairs.keys()) == 1:
            if "id" not in entry.pairs:
                yield from _first(entry, file)
            elif isinstance(id := entry.pairs["id"][1], Scalar) and not id.value:
                yield from _behind(id, entry, file)


def _first(entry: Mapping, file: Written) -> Iterator[Edit]:
    """Yield an id as the first key of an entry, be it in braces or on lines of its own."""
    start = file.offset(entry.place)
    before = file.text[start - entry.place.column + 1 : start]
    if file.text[start] == "{":
        yield Edit(start + 1, start + 1, f"id: {_minted(entry, file)}, ")
    elif file.text[file.offset(file.entries.place)] == "-" and _INDENT.fullmatch(before):
        yield Edit(start, start, f"id: {_minted(entry, file)}{_line_end(file, entry)}{' ' * len(before)}")


def _line_end(file: Written, entry: Mapping) -> str:
    """Return what ends the line above an entry."""
    start = file.starts[entry.place.line - 1]
    return "\r\n" if file.text.endswith("\r\n", 0, start) else file.text[start - 1]


def _behind(id: Scalar, entry: Mapping, file: Written) -> Iterator[Edit]:
    """Yield an id behind its key, if nothing else is on that line."""
    start = file.offset(id.place)
    if file.text[start - 1] == ":" and _BLANK.match(file.text, start):
        yield Edit(start, start, f" {_minted(entry, file)}")


def _minted(entry: Mapping, file: Written) -> str:
    (kind,) = _NAMES & entry.pairs.keys()
    pages = _said(entry, "page") if "page" in entry.pairs else []
    base = "-".join((_said(entry, kind) or [kind, *pages])[:_LONGEST])
    id = next(id for id in chain([base], (f"{base}-{number}" for number in count(2))) if id not in file.taken)
    file.taken.add(id)
    return id


def _said(entry: Mapping, key: str) -> list[str]:
    """Return the words of a value in plain letters, without hints and apostrophes."""
    text = " ".join(scalar.value for scalar in scalars(entry.pairs[key][1]))
    bare = normalize("NFKD", re.sub("['\u2019]", "", _HINT.sub("", text)))
    return re.findall("[a-z0-9]+", re.sub("[\u0300-\u036f]", "", bare).lower())


MISSING_ID = Fix(("id minted", "ids minted"), _edits)
