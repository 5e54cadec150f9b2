"""Write Anki's collection as a SQLite file, with the same bytes from every SQLite version and machine."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from struct import unpack_from
from typing import Any, TypeAlias

import genanki

from flashgen.emit.anki.rows import StampedNote, write_rows
from flashgen.history.adopt import RELEASES, WHOLE

Preset: TypeAlias = Mapping[str, Any]
"""A deck's options as Anki's JSON has them."""

_PAGE = 4096
_HEAD = 100
_HEADER = {2: 12, 5: 12, 10: 8, 13: 8}
"""The header length of a b-tree page by its type, in bytes. See sqlite.org/fileformat2.html."""

_MARKS = {24: 1, 40: 1, 92: 1, 96: 0}
"""Offsets in the file header of SQLite's version and change counters, and the value to write there."""


def collection(
    decks: Sequence[genanki.Deck],
    notes: Iterable[StampedNote],
    time: int,
    whole: bool,
    releases: Mapping[str, int],
    preset: Preset | None = None,
) -> bytearray:
    """Return a collection of decks and their notes, stamped with a time in seconds since 1970.

    The configuration records whether it is the whole deck, and the releases; Anki ignores both. All decks carry the
    preset, if there is one.
    """
    connection = sqlite3.connect(":memory:")
    try:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA page_size = {_PAGE}")  # otherwise it depends on the machine
        genanki.Package([]).write_to_db(cursor, time, iter(()))
        _configure({WHOLE: whole, RELEASES: releases}, cursor)
        indices = cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL").fetchall()
        for name, _ in indices:
            cursor.execute(f"DROP INDEX {name}")  # creating an index after the rows takes half the time
        _write_decks(decks, time, cursor)
        write_rows(cursor, notes)
        if preset:
            _carry(preset, [deck.deck_id for deck in decks], cursor)
        for _, sql in indices:
            cursor.execute(sql)
        connection.commit()
        database = bytearray(connection.serialize())
    finally:
        connection.close()
    _make_same_everywhere(database)
    return database


def _configure(ours: Mapping[str, Any], cursor: sqlite3.Cursor) -> None:
    """Add values of ours to the configuration."""
    (conf,) = cursor.execute("SELECT conf FROM col").fetchone()
    cursor.execute("UPDATE col SET conf = ?", [json.dumps({**json.loads(conf), **ours})])


def _write_decks(decks: Sequence[genanki.Deck], time: int, cursor: sqlite3.Cursor) -> None:
    """Write decks, of which the first has the note types: genanki would write those before again with each."""
    for first in decks[:1]:
        first.write_to_db(cursor, time, iter(()))
    (written,) = cursor.execute("SELECT decks FROM col").fetchone()
    every = json.loads(written) | {str(deck.deck_id): deck.to_json() for deck in decks[1:]}
    cursor.execute("UPDATE col SET decks = ?", [json.dumps(every)])


def _carry(preset: Preset, decks: Sequence[int], cursor: sqlite3.Cursor) -> None:
    """Add a preset, and give it to decks."""
    (written, presets) = cursor.execute("SELECT decks, dconf FROM col").fetchone()
    known = json.loads(written)
    for deck in decks:
        known[str(deck)]["conf"] = preset["id"]
    every = {**json.loads(presets), str(preset["id"]): preset}
    cursor.execute("UPDATE col SET decks = ?, dconf = ?", [json.dumps(known), json.dumps(every)])


def _make_same_everywhere(database: bytearray) -> None:
    """Clear a SQLite file of version marks and leftovers in unused space, which differ between versions."""
    for place, number in _MARKS.items():
        database[place : place + 4] = number.to_bytes(4, "big")
    for page in range(0, len(database), _PAGE):
        start = page or _HEAD
        if header := _HEADER.get(database[start]):
            cells, content = unpack_from(">HH", database, start + 3)
            empty = slice(start + header + 2 * cells, page + content)
            database[empty] = bytes(empty.stop - empty.start)
