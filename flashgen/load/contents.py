"""The contents of all files that a project's decks and sources are made of, as hashes: equal ones say the same."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import file_digest
from pathlib import Path

_FOLDERS = ("decks", "source")


def contents(root: Path) -> Mapping[str, str] | None:
    """Return the hash of each file below decks/ and source/ by its path, and the folders with none.

    None where that does not tell everything: for links, whose ends may lie elsewhere, and for what cannot be read.
    """
    try:
        return dict(_below([root.absolute() / name for name in _FOLDERS]))
    except OSError:
        return None


def hashes(paths: Iterable[Path]) -> Mapping[str, str] | None:
    """Return the hash of each of some files by its path; None where one is no file, or cannot be read."""
    try:
        return {str(path.absolute()): _hash(path) for path in paths}
    except OSError:
        return None


def _below(folders: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Yield what folders hold; names that begin with a dot are not read by any command."""
    for folder in folders:
        yield str(folder), ""
        shown = [path for path in folder.iterdir() if not path.name.startswith(".")]
        inner = [path for path in shown if path.is_dir() and not path.is_symlink()]
        yield from [(str(path), _hash(path)) for path in shown if path not in inner]
        yield from _below(inner)


def _hash(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        raise OSError(str(path))
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
