"""Outputs into their places, all or none, even if the run is killed.

A journal tells which files a run is about to replace, and the old ones are kept beside the new. While the journal is
there, the old ones count: whoever comes next puts them back. A run has succeeded when it deletes its journal.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from flashgen.errors import BusyError, UnwritableError

PATIENCE = 30.0
"""Seconds to wait for another build to end."""

_FOLDER = ".flashgen"
_JOURNAL = "journal"


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Keep other builds of a project waiting, and first undo what a killed one left half done.

    BusyError where another one is at work for too long; UnwritableError where the disk fails.
    """
    from filelock import FileLock, Timeout

    folder = root / _FOLDER
    lock = FileLock(folder / "lock")
    try:
        folder.mkdir(exist_ok=True)
        (folder / ".gitignore").write_text("*\n", "utf-8")
        lock.acquire(timeout=PATIENCE)
    except Timeout as error:
        raise BusyError(str(root)) from error
    except OSError as error:
        raise UnwritableError(str(folder), error.strerror or str(error)) from error
    try:
        _undo(folder / _JOURNAL)
        yield
    finally:
        lock.release()


def mend(root: Path) -> None:
    """Undo what a killed build left half done, if any did."""
    if (root / _FOLDER / _JOURNAL).exists():
        with alone(root):
            pass


def put(outputs: Mapping[Path, bytes], root: Path) -> None:
    """Write files; a run that fails or is killed leaves the old ones. UnwritableError where the disk fails."""
    journal, targets, path = root / _FOLDER / _JOURNAL, [path.absolute() for path in outputs], Path()
    try:
        for path in targets:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                raise UnwritableError(str(path), "a folder is in its place")
            _old(path).unlink(missing_ok=True)  # a run that was killed when all was done left it
        _write(_new(journal), json.dumps([[str(path), path.exists()] for path in targets]).encode("ascii"))
        _new(journal).replace(journal)
        for path, data in zip(targets, outputs.values(), strict=True):
            _keep(path)
            _write(_new(path), data)
        for path in targets:
            _new(path).replace(path)
        journal.unlink()
    except OSError as error:
        raise UnwritableError(str(path), error.strerror or str(error)) from error
    finally:
        _undo(journal)
        for path in (*targets, journal):
            for left in (_old(path), _new(path)):
                with suppress(OSError):
                    left.unlink()


def _undo(journal: Path) -> None:
    """Put back the files that a journal names, and then delete it; without one, do nothing."""
    if not journal.exists():
        return
    for name, stood in json.loads(journal.read_bytes()):
        path = Path(name)
        if _old(path).exists():
            _old(path).replace(path)
        elif not stood:
            path.unlink(missing_ok=True)
        _new(path).unlink(missing_ok=True)
    journal.unlink()


def _keep(path: Path) -> None:
    """Give the old file, if there is one, a second name."""
    if path.exists():
        try:
            os.link(path, _old(path))
        except OSError:  # some disks have no second names: then a copy, whole before it counts
            _write(_new(path), path.read_bytes())
            _new(path).replace(_old(path))


def _new(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _old(path: Path) -> Path:
    return path.with_name(f".{path.name}.old")


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
