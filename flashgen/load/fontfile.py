"""What keeps a font file from being embedded: it is none, it is broken, or its makers or its pictures forbid it."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
LARGEST = 100_000_000
"""The most bytes of a font file; the largest that hold all of Chinese, Japanese and Korean have 50 million."""

_MARKS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_WEB = (b"wOFF", b"wOF2")
_MANY = 64
"""The most fonts in one file, and tables in one font, are far fewer than this and four times this."""

_COLOURS = {b"CBDT", b"COLR", b"sbix", b"SVG "}
_OUTLINES = {b"glyf", b"CFF ", b"CFF2"}
_RESTRICTED = 2
"""The licence of a font that must not be embedded, as its table OS/2 says it."""

_ANOTHER = "use another copy of the font, or another font"

Fault = tuple[str, str]
"""What is wrong, and the cure; both empty for a sound file."""

Tables = dict[bytes, tuple[int, int]]
"""Where each table of a font begins, and its length."""


def fault(path: Path) -> Fault:
    """Return what is wrong with a font file; only its head and its licence are read."""
    if not path.is_file():
        return "is not a file", "name a font file, or a folder with font files"
    size = path.stat().st_size
    if size > LARGEST:
        message = f"has {size / 1_000_000:,.0f} MB; the limit is {LARGEST // 1_000_000}"
        return message, "use a font for fewer scripts"
    try:
        with path.open("rb") as file:
            return _fault_in(file, size)
    except OSError as error:
        return f"cannot be read: {error.strerror}", "check the file's permissions"


def _fault_in(file: BinaryIO, size: int) -> Fault:
    mark = file.read(4)
    if mark in _WEB:
        return "is a web font (WOFF)", "use the same font as .ttf or .otf"
    if mark not in (*_MARKS, b"ttcf"):
        return "is not a font file", "use a file that ends in .ttf, .otf, .ttc or .otc"
    fonts = [_tables(file, start) for start in _starts(file, mark)]
    if not fonts or not all(_is_whole(tables, size) for tables in fonts):
        return "is broken: parts of it are missing", _ANOTHER
    if any(tables.keys() & _COLOURS for tables in fonts):
        message = "is a colour font, and its letters are pictures"
        return message, "use a font with outlines, such as Symbola or Noto Emoji"
    if any(_is_restricted(file, tables) for tables in fonts):
        return "must not be embedded: its licence forbids it", "use a font whose licence allows embedding"
    return "", ""


def _starts(file: BinaryIO, mark: bytes) -> Iterator[int]:
    """Yield where each font of a file begins."""
    if mark != b"ttcf":
        yield 0
        return
    file.seek(8)
    count = int.from_bytes(file.read(4), "big")
    for (start,) in struct.iter_unpack(">L", _multiple(file.read(4 * min(count, _MANY)), 4)):
        yield start


def _tables(file: BinaryIO, start: int) -> Tables:
    """Return the tables of the font that begins at a byte."""
    file.seek(start + 4)
    count = int.from_bytes(file.read(2), "big")
    file.seek(start + 12)
    rows = struct.iter_unpack(">4s4xLL", _multiple(file.read(16 * min(count, 4 * _MANY)), 16))
    return {tag: (offset, length) for tag, offset, length in rows}


def _multiple(read: bytes, size: int) -> bytes:
    return read[: len(read) // size * size]


def _is_whole(tables: Tables, size: int) -> bool:
    """Return whether a font has letters, and ends within its file."""
    drawn = tables.keys() & (_OUTLINES | _COLOURS)
    return bool(drawn) and b"cmap" in tables and all(offset + length <= size for offset, length in tables.values())


def _is_restricted(file: BinaryIO, tables: Tables) -> bool:
    if b"OS/2" not in tables:
        return False
    file.seek(tables[b"OS/2"][0] + 8)
    return int.from_bytes(file.read(2), "big") & 0xF == _RESTRICTED
