"""Turn the bytes of a file into text: UTF-8, any line ends, no control characters."""

import re
from contextlib import suppress
from itertools import islice

from flashgen.model.place import Place
from flashgen.model.problem import Problem

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that Anki removes or cannot store; tab and line ends are not among them."""

MANY = 20
"""How many control characters of a file are reported one by one."""

_MARK = "\ufeff"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\r"})
_LEADS = (b"\xc2", b"\xef")
"""The first bytes of control characters beyond ASCII, of the mark, and of what is no character."""

_NO_UTF_8 = re.compile("[\udc80-\udcff]")
_REPLACED = "\ufffd"
_AS_UTF_8 = "save the file as UTF-8"
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, split at every line end of YAML, not only at line feeds."""
    return _LINE_END.split(text)


def starts_of(text: str) -> list[int]:
    """Return the offset of each line."""
    return [0, *[end.end() for end in _LINE_END.finditer(text)]]


def place_of(path: str, before: str) -> Place:
    """Return the place right after the text `before` it."""
    lines = lines_of(before)
    return Place(path, len(lines), len(lines[-1]) + 1)


def decode(data: bytes, path: str, problems: list[Problem]) -> str | None:
    """Return a file's text without its byte order mark; None for UTF-16.

    Bytes that are not UTF-8, and control characters, join the problems; the rest of the file is read.
    """
    if data.startswith(_UTF_16) or data.count(0) * 4 > len(data):
        problems.append(Problem(Place(path, 1, 1), "not-utf-8", "this file is UTF-16, or not text at all", _AS_UTF_8))
        return None
    if _is_plain(data):
        with suppress(UnicodeDecodeError):
            return data.decode("utf-8")
    text = data.decode("utf-8", errors="surrogateescape")
    start = len(text) - len(text := text.removeprefix(_MARK))
    if bad := [found.start() for found in _NO_UTF_8.finditer(text)]:
        first = bad[0]
        number = len(text[:first].encode("utf-8")) + start * len(_MARK.encode("utf-8"))
        more = f" ({len(bad) - 1} more below)" if bad[1:] else ""
        message = f"byte 0x{data[number]:02x} (number {number + 1} of the file) is not UTF-8{more}"
        problems.append(Problem(place_of(path, text[:first]), "not-utf-8", message, _AS_UTF_8))
        text = _NO_UTF_8.sub(_REPLACED, text)
    hidden = islice(UNPRINTABLE.finditer(text), MANY)
    problems.extend(unprintable(place_of(path, text[: found.start()]), found.group()) for found in hidden)
    return UNPRINTABLE.sub("", text)


def _is_plain(data: bytes) -> bool:
    """Tell whether a file has none of the bytes that marks and unprintable characters are made of; most have none."""
    return len(data.translate(None, _CONTROLS)) == len(data) and not any(lead in data for lead in _LEADS)


def unprintable(place: Place, character: str, hint: str = "delete it") -> Problem:
    """Return the problem of a control character."""
    return Problem(place, "control-character", f"the character U+{ord(character):04X} cannot be shown", hint)
