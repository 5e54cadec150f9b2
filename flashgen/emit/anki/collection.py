"""Anki's collection as a file of SQLite, the same bytes from every version of SQLite on every machine."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from itertools import count
from struct import unpack_from

import genanki

from flashgen.history.adopt import RELEASES, WHOLE

_PAGE = 4096
_HEAD = 100
_HEADER = {2: 12, 5: 12, 10: 8, 13: 8}
"""How long the header of a page of a tree is, by the page's type; others have none. See sqlite.org/fileformat2.html."""

_MARKS = {24: 1, 40: 1, 92: 1, 96: 0}
"""What the library writes about itself at the head of the file: its version, and how often it wrote."""


def collection(
    subdecks: Sequence[genanki.Deck], time: int, ids: "count[int]", whole: bool, releases: Mapping[str, int]
) -> bytes:
    """Return a collection of some decks, made in memory at that time in seconds since 1970; ids come from `ids`.

    Whether it is a whole deck, and of which release, stands in the configuration, where nothing of Anki's reads it.
    """
    connection = sqlite3.connect(":memory:")
    try:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA page_size = {_PAGE}")  # else that of the machine
        genanki.Package([]).write_to_db(cursor, time, ids)
        (conf,) = cursor.execute("SELECT conf FROM col").fetchone()
        ours = {WHOLE: whole, RELEASES: releases}
        cursor.execute("UPDATE col SET conf = ?", [json.dumps({**json.loads(conf), **ours})])
        indices = cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL").fetchall()
        for name, _ in indices:
            cursor.execute(f"DROP INDEX {name}")  # one made behind all rows takes half the time
        for subdeck in subdecks:
            subdeck.write_to_db(cursor, time, ids)
        for _, sql in indices:
            cursor.execute(sql)
        connection.commit()
        return _same_everywhere(connection.serialize())
    finally:
        connection.close()


def _same_everywhere(database: bytes) -> bytes:
    """Return a file of SQLite without what differs between libraries: marks of their own, and remains in empty room."""
    clean = bytearray(database)
    for place, number in _MARKS.items():
        clean[place : place + 4] = number.to_bytes(4, "big")
    for page in range(0, len(database), _PAGE):
        start = page or _HEAD
        if header := _HEADER.get(database[start]):
            cells, content = unpack_from(">HH", database, start + 3)
            empty = slice(start + header + 2 * cells, page + content)
            clean[empty] = bytes(empty.stop - empty.start)
    return bytes(clean)
