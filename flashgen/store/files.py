"""Write all outputs of a run or none, even if the run is killed.

A journal lists the files that a run is about to replace, and the old files stay beside the new ones. While the journal
exists, the old files count: the next command restores them. A run has succeeded once it renames its journal.

An output replaces the file or link at its path, and never writes through a link.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from flashgen.errors import BusyError, ChangedError, UnwritableError
from flashgen.store import journal
from flashgen.store.journal import BESIDE, Entry, Journal, new, old
from flashgen.store.own import FOLDER, LINKED, hash_of, hashed, is_unfinished, journals, own_folder, write

PATIENCE = 30.0
"""Seconds to wait for another command to end."""


@contextmanager
def exclusive(root: Path) -> Iterator[None]:
    """Make other builds of the project wait, after undoing a run that was killed.

    BusyError if another build takes too long; UnwritableError if the disk fails.
    """
    with _locked(root, "build", PATIENCE):
        with _locked(root, "command", PATIENCE):
            _settle(root)
        yield


def undo_unfinished(root: Path) -> None:
    """Undo a run that was killed, unless another command is running; for commands that only read."""
    if is_unfinished(root):
        with suppress(BusyError), _locked(root, "command", 0):
            _settle(root)


def write_files(outputs: Mapping[Path, bytes], root: Path, before: Mapping[Path, bytes] | None = None) -> None:
    """Write files; a run that fails or is killed leaves the old ones. UnwritableError if the disk fails.

    `before` is the expected content of files to replace; ChangedError if someone has changed them.
    """
    with _locked(root, "command", PATIENCE):
        _settle(root)
        for path, content in (before or {}).items():
            if hash_of(path) != hashed(content):
                raise ChangedError(str(path))
        _replace({real_place(path, root): content for path, content in outputs.items()}, root)


def _replace(files: Mapping[Path, bytes], root: Path) -> None:
    (file, done, _), path = journals(root), Path()
    try:
        for path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            for place in (path, new(path), old(path)):
                if place.exists() and not (place.is_file() or place.is_symlink()):
                    raise UnwritableError(
                        str(place), f"{'a folder' if place.is_dir() else 'a special file'} is in its place"
                    )
        for path, content in _journals(files, root).items():
            write(new(path), content)
            new(path).replace(path)
        for path, content in files.items():
            _keep(path)
            write(new(path), content)
            if path.is_file() and not path.is_symlink():
                new(path).chmod(path.stat().st_mode & 0o777)
        for path in files:
            new(path).replace(path)
        file.replace(done)
    except OSError as error:
        raise UnwritableError(str(path), error.strerror or str(error)) from error
    finally:
        _settle(root)


def real_place(path: Path, root: Path) -> Path:
    """Return the place of an output, without links on the way to it.

    UnwritableError where a link leads it out of the project; what is named as outside may be anywhere.
    """
    named, project = Path(os.path.normpath(path.absolute())), Path(os.path.realpath(root))
    real = Path(os.path.realpath(named.parent)) / named.name
    inside = real.is_relative_to(project)
    meant = inside or named.is_relative_to(os.path.normpath(root.absolute()))
    if meant and not (inside and journal.fits(real.relative_to(project).as_posix())):
        raise UnwritableError(str(path), "a link leads out of the project", "to write there, name that folder with -o")
    return real


def _journals(files: Mapping[Path, bytes], root: Path) -> dict[Path, bytes]:
    """Return the content of each journal by its file: that of the project, and then those in other folders."""
    project, run = Path(os.path.realpath(root)), os.urandom(32).hex()
    bases: dict[Path, list[Path]] = {project: []}
    for path in files:
        bases.setdefault(project if path.is_relative_to(project) else path.parent, []).append(path)
    others = tuple(bases)[1:]
    told = {base / BESIDE: Journal(base, run, _entries(bases[base], base, files)) for base in others}
    own = Journal(project, run, _entries(bases[project], project, files), others)
    return {path: journal.written(one) for path, one in ({journals(root)[0]: own} | told).items()}


def _entries(paths: list[Path], base: Path, files: Mapping[Path, bytes]) -> tuple[Entry, ...]:
    return tuple(Entry(path.relative_to(base).as_posix(), os.path.lexists(path), hashed(files[path])) for path in paths)


def _settle(root: Path) -> None:
    """Restore the files that a journal names, or delete the old ones if its run has finished."""
    (file, done, waiting), base = journals(root), Path(os.path.realpath(root))
    if half := journal.read(file, base):
        for folder in half.folders:
            with suppress(OSError):
                new(folder / BESIDE).unlink()
        for other, part in journal.beside(half):
            journal.undo(part)
            other.unlink()
        journal.undo(half)
        file.unlink()
    elif whole := journal.read(done, base):
        for other, part in journal.beside(whole):
            journal.clear(part)
            other.unlink()
        journal.clear(whole)
        done.unlink()
    waiting.unlink(missing_ok=True)


@contextmanager
def _locked(root: Path, what: str, patience: float) -> Iterator[None]:
    """Make other runs of the same kind wait. BusyError if they take too long; UnwritableError if the disk fails."""
    from filelock import FileLock, Timeout

    folder = root / FOLDER
    file = folder / f"{what}.lock"
    lock = FileLock(file)
    try:
        own_folder(root)
        if os.path.lexists(file) and (file.is_symlink() or file.lstat().st_nlink > 1):
            raise UnwritableError(str(folder), *LINKED)
        lock.acquire(timeout=patience)
    except Timeout as error:
        raise BusyError(str(root), what) from error
    except OSError as error:
        raise UnwritableError(str(folder), error.strerror or str(error)) from error
    try:
        yield
    finally:
        lock.release()


def _keep(path: Path) -> None:
    """Link the old file, if it exists, to its backup name."""
    old(path).unlink(missing_ok=True)
    if os.path.lexists(path):
        try:
            os.link(path, old(path), follow_symlinks=False)
        except (OSError, NotImplementedError):  # some file systems have no hard links: make a complete copy
            new(path).unlink(missing_ok=True)
            shutil.copy2(path, new(path), follow_symlinks=False)
            new(path).replace(old(path))
