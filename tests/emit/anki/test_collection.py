"""The collection as a file of SQLite: nothing in it tells which library wrote it."""

import sqlite3
import zipfile
from io import BytesIO

import pytest

from flashgen.emit.anki import collection
from tests.conftest import Project, built

TIME = 1_790_000_000
PAGE = 4096


def database(project: Project) -> bytes:
    """Return the collection of a deck with texts longer than a page."""
    long = "word " * 2000
    entries = [f"  - id: x{n}\n    page: 98\n    ask: Question {n}?\n    answer: {long}\n" for n in range(50)]
    project.entries("".join(entries))
    with zipfile.ZipFile(BytesIO(built(project.deck(), TIME)[0].content)) as archive:
        return archive.read("collection.anki2")


def test_sqlite_finds_the_file_whole(project: Project) -> None:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database(project))
    assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    assert connection.execute("select count() from notes").fetchone() == (50,)


class Dirty(sqlite3.Connection):
    """A library of another version, which leaves other remains in pages that it used before."""

    def serialize(self, *, name: str = "main") -> bytes:
        """Return the file as that library would write it."""
        written = bytearray(super().serialize(name=name))
        for place, number in {24: 7, 40: 9, 92: 7, 96: 3_099_000}.items():
            written[place : place + 4] = number.to_bytes(4, "big")
        start = 100 + 8 + 2 * int.from_bytes(written[103:105], "big")
        written[start : start + 9] = b"remains !"
        return bytes(written)


def test_the_marks_and_remains_of_a_library_do_not_reach_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = collection.collection([], [], TIME, True, {})
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda name: connect(name, factory=Dirty))
    dirty = collection.collection([], [], TIME, True, {})
    assert b"remains" not in dirty
    assert dirty == plain


@pytest.mark.parametrize(("place", "number"), [(24, 1), (40, 1), (92, 1), (96, 0)])
def test_the_head_tells_no_version_and_no_count_of_writes(place: int, number: int, project: Project) -> None:
    assert int.from_bytes(database(project)[place : place + 4], "big") == number
