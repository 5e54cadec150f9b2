"""Bytes of a file into text: UTF-8, any line ends, no control characters."""

import re

from flashgen.model.place import Place
from flashgen.model.problem import Problem

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that Anki removes or chokes on; tab and line ends are not among them."""

_MARK = "\ufeff"
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def lines_of(text: str) -> list[str]:
    """Split text where YAML ends a line, which is at more characters than a line feed."""
    return _LINE_END.split(text)


def starts_of(text: str) -> list[int]:
    """Return the offset of each line."""
    return [0, *[end.end() for end in _LINE_END.finditer(text)]]


def place_of(path: str, before: str) -> Place:
    """Return the place right behind the text that stands before it."""
    lines = lines_of(before)
    return Place(path, len(lines), len(lines[-1]) + 1)


def decode(data: bytes, path: str) -> str | Problem:
    """Return a file's text without byte order mark, or what keeps it from being text."""
    try:
        text = data.decode("utf-8").removeprefix(_MARK)
    except UnicodeDecodeError as fault:
        place = place_of(path, data[: fault.start].decode("utf-8").removeprefix(_MARK))
        return Problem(
            place,
            "not-utf-8",
            f"byte 0x{data[fault.start]:02x} (number {fault.start + 1} of the file) is not UTF-8",
            "save the file as UTF-8",
        )
    if found := UNPRINTABLE.search(text):
        return unprintable(place_of(path, text[: found.start()]), found.group())
    return text


def unprintable(place: Place, character: str) -> Problem:
    """Return the problem of a character that no text can hold."""
    return Problem(place, "control-character", f"the character U+{ord(character):04X} cannot be shown", "delete it")
