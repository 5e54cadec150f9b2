"""Open what Anki keeps or exports: .anki2, .apkg and .colpkg, old and new."""

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile, is_zipfile

from flashgen.errors import BadCollectionError, OpenCollectionError
from flashgen.load.files import read_bytes

_NEWEST_FIRST = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""The database's names in a package; newer Ankis add an old one that only asks for an update."""

_ODD = (LookupError, ArithmeticError, RuntimeError, ValueError, TypeError, AttributeError)
"""What unexpected values and encrypted or otherwise unreadable archives raise."""

_WAL = slice(18, 20)
"""Where a SQLite file says that changes wait in a second file. A copy in memory has none."""


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a collection's database.

    UnreadableError if the disk fails, OpenCollectionError while Anki has it open, BadCollectionError if it is none.
    """
    real = path.resolve()
    if os.path.lexists(real.with_name(f"{real.name}-wal")):
        raise OpenCollectionError(str(path))
    connection = sqlite3.connect(":memory:")
    try:
        content = bytearray(_database(read_bytes(path)))
        content[_WAL] = b"\x01\x01"
        connection.deserialize(bytes(content))
        yield connection
    except (BadZipFile, zlib.error, sqlite3.Error, *_ODD) as error:
        raise BadCollectionError(str(path)) from error
    finally:
        connection.close()


def _database(content: bytes) -> bytes:
    """Return the database in a file, which is one itself or a zip with one; ValueError if it cannot be read."""
    if not is_zipfile(BytesIO(content)):
        return content
    with ZipFile(BytesIO(content)) as archive:
        (name, *_) = [name for name in _NEWEST_FIRST if name in archive.namelist()]
        inside = archive.read(name)
    return _unpacked(inside) if name.endswith("b") else inside


def _unpacked(content: bytes) -> bytes:
    from zstandard import ZstdDecompressor, ZstdError

    try:
        return ZstdDecompressor().decompressobj().decompress(content)
    except ZstdError as error:
        raise ValueError(str(error)) from error
