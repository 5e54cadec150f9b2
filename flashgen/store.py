"""Outputs into their places, all or none, even if the run is killed.

A journal tells which files a run is about to replace, and the old ones are kept beside the new. While the journal is
there, the old ones count: whoever comes next puts them back. A run has succeeded when it renames its journal.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from flashgen.errors import BusyError, DamagedError, UnwritableError

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
        _settle(folder / _JOURNAL, root)
        yield
    finally:
        lock.release()


def mend(root: Path) -> None:
    """Undo what a killed build left half done, if any did."""
    journal = root / _FOLDER / _JOURNAL
    if journal.exists() or _done(journal).exists():
        with alone(root):
            pass


def put(outputs: Mapping[Path, bytes], root: Path) -> None:
    """Write files; a run that fails or is killed leaves the old ones. UnwritableError where the disk fails."""
    journal, path = root / _FOLDER / _JOURNAL, Path()
    files = {path.resolve(): data for path, data in outputs.items()}
    try:
        for path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() and not path.is_file():
                raise UnwritableError(str(path), f"{'a folder' if path.is_dir() else 'no file'} is in its place")
        stood = [[_told(path, root), path.exists()] for path in files]
        _write(_new(journal), json.dumps(stood).encode("ascii"))
        _new(journal).replace(journal)
        for path, data in files.items():
            _keep(path)
            _write(_new(path), data)
            if path.exists():
                _new(path).chmod(path.stat().st_mode & 0o777)
        for path in files:
            _new(path).replace(path)
        journal.replace(_done(journal))
    except OSError as error:
        raise UnwritableError(str(path), error.strerror or str(error)) from error
    finally:
        _settle(journal, root)
        _new(journal).unlink(missing_ok=True)


def _told(path: Path, root: Path) -> str:
    """Return a path as a journal tells it: within the project from its root on, since that may be moved or copied."""
    return os.path.relpath(path, root.resolve()) if path.is_relative_to(root.resolve()) else str(path)


def _settle(journal: Path, root: Path) -> None:
    """Put back the files that a journal names, or, if its run was done, clear away what was kept of the old ones."""
    done = _done(journal)
    if journal.exists():
        for path, stood in _entries(journal, root):
            if _old(path).exists():
                _old(path).replace(path)
                _old(path).unlink(missing_ok=True)  # two names of one file stay two
            elif not stood:
                path.unlink(missing_ok=True)
            _new(path).unlink(missing_ok=True)
        journal.unlink()
    elif done.exists():
        for path, _ in _entries(done, root):
            with suppress(OSError):
                _old(path).unlink()
        done.unlink()


def _entries(journal: Path, root: Path) -> list[tuple[Path, bool]]:
    """Return the files that a journal names, and whether each stood there before. DamagedError where it is garbled."""
    try:
        return [(root.resolve() / name, bool(stood)) for name, stood in json.loads(journal.read_bytes())]
    except (ValueError, TypeError) as error:
        raise DamagedError(str(journal)) from error


def _keep(path: Path) -> None:
    """Give the old file, if there is one, a second name."""
    if path.exists():
        try:
            os.link(path, _old(path))
        except OSError:  # some disks have no second names: then a copy, whole before it counts
            _write(_new(path), path.read_bytes())
            _new(path).replace(_old(path))


def _done(journal: Path) -> Path:
    """Return the name of a journal whose run is done: from here on, the new files count."""
    return journal.with_name("done")


def _new(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _old(path: Path) -> Path:
    return path.with_name(f".{path.name}.old")


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
