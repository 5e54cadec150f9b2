"""An entry without an id, or with nothing as its id, gets one from the first words of its prompt.

It is one that no entry of the deck has or was released under. Where a prompt has no Latin letter and no digit, its kind
and its page make one. An entry that was released gets its own back, so that none is made while deck.lock is broken.
"""

import re
from collections.abc import Iterator
from functools import partial
from itertools import chain, count
from unicodedata import normalize

from flashgen.check.fix import Edit, Fix, Written, scalars
from flashgen.check.heirs import kind_of
from flashgen.check.identified import identified, without_id
from flashgen.load.nodes import Mapping

_LONGEST = 5
"""How many words an id is made of."""

_HINT = re.compile(r"::[^{}]*(?=\}\})|\{\{c[0-9]+::")


def _edits(file: Written) -> Iterator[Edit]:
    for entry in without_id(file):
        kind = kind_of(entry)
        if kind and file.heirs is not None and entry.place not in file.heirs:
            yield from identified(entry, file, partial(_minted, entry, kind.name, file))


def _minted(entry: Mapping, kind: str, file: Written) -> str:
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
