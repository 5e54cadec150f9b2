"""Read single fields of a protobuf message, the form in which Anki keeps decks and presets since 2.1.28.

All functions raise ValueError or LookupError for what is no message.
"""

from collections.abc import Iterator
from struct import iter_unpack
from typing import TypeAlias

Value: TypeAlias = int | bytes

_SIZE = 4
"""The bytes of a number in a list."""

_VARINT, _LONG, _BYTES, _SHORT = 0, 1, 2, 5


def number(message: bytes, field: int) -> int:
    """Return a whole number in a message, 0 if it is not there."""
    return next((value for key, value in _fields(message) if key == field and isinstance(value, int)), 0)


def message(outer: bytes, field: int) -> bytes:
    """Return a message in a message, an empty one if it is not there."""
    return next((value for key, value in _fields(outer) if key == field and isinstance(value, bytes)), b"")


def floats(outer: bytes, field: int) -> tuple[float, ...]:
    """Return a list of numbers in a message."""
    packed = message(outer, field)
    if len(packed) % _SIZE:
        raise ValueError("a list that ends too early")
    return tuple([value for (value,) in iter_unpack("<f", packed)])


def _fields(message: bytes) -> Iterator[tuple[int, Value]]:
    place = 0
    while place < len(message):
        key, place = _varint(message, place)
        kind = key & 7
        if kind == _VARINT:
            value, place = _varint(message, place)
            yield key >> 3, value
        else:
            length, place = _length(message, place, kind)
            if place + length > len(message):
                raise ValueError("a message that ends too early")
            yield key >> 3, message[place : place + length]
            place += length


def _length(message: bytes, place: int, kind: int) -> tuple[int, int]:
    """Return the length of a value, and where it begins."""
    if kind == _BYTES:
        return _varint(message, place)
    return {_LONG: 8, _SHORT: 4}[kind], place


def _varint(message: bytes, place: int) -> tuple[int, int]:
    """Return a number in groups of seven bits, the lowest first, and where the next value begins."""
    value = shift = 0
    while True:
        byte = message[place]
        value |= (byte & 127) << shift
        place, shift = place + 1, shift + 7
        if byte < 128:
            return value, place
