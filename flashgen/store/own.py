"""The folder `.flashgen/`: what flashgen keeps for itself, and git ignores."""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from flashgen.errors import UnwritableError

FOLDER = ".flashgen"
IGNORED = ".gitignore"
JOURNAL = "journal"
LINKED = ("it is a link or contains one", "delete it")
_ALL = b"*\n"


def own_folder(root: Path) -> Path:
    """Return flashgen's own folder in a project, made if it is not there. UnwritableError for a link; OSError."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    if folder.is_symlink():
        raise UnwritableError(str(folder), *LINKED)
    if hash_of(folder / IGNORED) != hashed(_ALL):
        with suppress(FileExistsError):
            write(folder / IGNORED, _ALL)
    return folder


def write(path: Path, content: bytes) -> None:
    """Write a file of flashgen's, replacing what is there, even a link."""
    path.unlink(missing_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def journals(root: Path) -> tuple[Path, Path, Path]:
    """Return where a run that writes leaves its journal: at work, when it has succeeded, and before it begins."""
    file = root / FOLDER / JOURNAL
    return file, file.with_name("done"), file.with_name(f".{JOURNAL}.new")


def is_unfinished(root: Path) -> bool:
    """Tell whether a run is writing files of the project, or was killed while it did."""
    return any(map(os.path.lexists, journals(root)))


def hash_of(path: Path) -> str:
    """Return the hash of a file's content; "" for what is no file, such as a link."""
    return "" if path.is_symlink() or not path.is_file() else hashed(path.read_bytes())


def hashed(content: bytes) -> str:
    """Return the hash of a content."""
    return sha256(content).hexdigest()
