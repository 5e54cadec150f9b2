"""Add files to a project without changing any that is there."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from flashgen.errors import UnwritableError
from flashgen.store.files import real_place
from flashgen.store.journal import new
from flashgen.store.own import write


def add_files(files: Mapping[Path, bytes], folder: Path, root: Path) -> tuple[Path, ...]:
    """Write those files that are not there yet, the ones of a new folder last and as one; return them.

    A run that fails leaves none of them; one that is killed leaves each whole or not at all. UnwritableError if the
    disk fails.
    """
    places = {path: real_place(path, root) for path in files}
    place, path = real_place(folder, root), folder
    waiting, added = new(place), list[Path]()
    shutil.rmtree(waiting, ignore_errors=True)
    try:
        for path, content in files.items():
            if path.is_relative_to(folder):
                _write(waiting / path.relative_to(folder), content)
            elif _is_added(places[path], content):
                added.append(path)
        waiting.replace(place)
    except OSError as error:
        shutil.rmtree(waiting, ignore_errors=True)
        for one in added:
            one.unlink()
        raise UnwritableError(str(path), error.strerror or str(error)) from error
    return tuple([path for path in files if path in added or path.is_relative_to(folder)])


def _is_added(path: Path, content: bytes) -> bool:
    """Write a file if there is none; return whether it was written."""
    new(path).unlink(missing_ok=True)  # a killed run may have left it
    if os.path.lexists(path):
        return False
    _write(new(path), content)
    try:
        os.link(new(path), path)  # unlike a rename, it never replaces a file that came meanwhile
    except FileExistsError:
        return False
    except (OSError, NotImplementedError):  # some file systems have no hard links
        new(path).replace(path)
    finally:
        new(path).unlink(missing_ok=True)
    return True


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path, content)
