"""The sources that a deck names: files in `source/`, without their ending."""

import re
from collections.abc import Iterator

from flashgen.load.fields import Fields
from flashgen.load.nodes import Scalar
from flashgen.load.shapes import word
from flashgen.model.place import Place

_SOURCE = re.compile(r"[^\s/\\](?:[^/\\]*[^\s/\\])?")
NAME = word(_SOURCE, "write the name of a file in source/, without .yaml", "number", "boolean")


def named_sources(read: Fields) -> Iterator[tuple[str, Place]]:
    """Yield the names of the sources, each once."""
    names: set[str] = set()
    for value in read.each_word("source"):
        name = _named(read, value)
        if name in names:
            read.report(value.place, "bad-source", f'the source "{name}" is named twice', "delete one of the two")
        elif name:
            yield name, value.place
        names.add(name)


def _named(read: Fields, value: Scalar) -> str:
    written = value.value.strip()
    if written.endswith((".yaml", ".yml")):
        name = written.rpartition("/")[2].rpartition(".")[0]
        message = f'the source "{written}" is named with its ending'
        read.report(value.place, "bad-source", message, f"write {name}")
        return name
    if not _SOURCE.fullmatch(written):
        hint = "write the name of a file in source/, without .yaml"
        read.report(value.place, "bad-source", f'"{written}" is not a file name', hint)
        return ""
    return written
