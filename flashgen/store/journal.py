"""List the files that a run is about to replace, so that the next command can undo a run that was killed.

A journal may come from anyone, in a project that was cloned or unpacked. So it names only files below its own folder,
none behind a link, and only files of the kinds that a run writes. Whoever settles it touches only what has the very
content that the run wrote. Outputs in another folder have a journal there; the project's tells where, and only the two
of one run count.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from flashgen.errors import DamagedError
from flashgen.history.revision import is_tracked
from flashgen.store.own import hash_of

FORMAT = 2
LARGEST = 1 << 24
"""Bytes: the journal of a project with ten thousand chapters takes fewer."""

BESIDE = ".flashgen-journal"
"""The name of a journal beside outputs in a folder outside the project."""

_OUTPUTS = (
    "*.apkg",
    "*-update-*.txt",
    "*.pdf",
    "*-plan.html",
    "*-plan.ics",
    *[f"*-{what}.{end}" for what in ("paper*", "mock-*") for end in ("gift", "xml", "md")],
    "deck.lock",
    "deck.proof",
    ".schema/*.json",
    *("index.html", "cards.html", "map.html"),
)
"""The files that a run makes. It replaces them too, and files of the author when it fixes them."""

_FIXED = ("*.yaml",)
_HASH = re.compile(r"[0-9a-f]{64}")

_KEYS = ("flashgen journal", "run", "files", "folders")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file that is replaced: its name from the journal's folder on, whether one stood there, and the new hash."""

    name: str
    stood: bool
    hash: str


@dataclass(frozen=True, slots=True)
class Journal:
    """The files below a folder that a run replaces, and the other folders in which it does; `run` is its own word."""

    base: Path
    run: str
    entries: tuple[Entry, ...]
    folders: tuple[Path, ...] = ()


def written(journal: Journal) -> bytes:
    """Return a journal as the content of its file."""
    files = [[entry.name, entry.stood, entry.hash] for entry in journal.entries]
    values = (FORMAT, journal.run, files, [str(folder) for folder in journal.folders])
    return json.dumps(dict(zip(_KEYS, values, strict=True))).encode("ascii")


def read(file: Path, base: Path) -> Journal | None:
    """Return the journal in a file; None where there is none. DamagedError for one that no run here has written."""
    if not os.path.lexists(file):
        return None
    if file.is_symlink() or not file.is_file() or file.stat().st_size > LARGEST:
        raise DamagedError(str(file), "was not written by flashgen")
    if is_tracked(file):
        raise DamagedError(str(file), "is under version control, where flashgen never puts it")
    try:
        format, run, files, folders = _values(json.loads(file.read_bytes()))
        entries = tuple([Entry(*one) for one in files])
        journal = Journal(base, run, entries, tuple(map(Path, folders)))
        sound = format == FORMAT and all(_is_sound(entry, base) for entry in entries) and all(map(_is_folder, folders))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise DamagedError(str(file), "is damaged") from error
    if not sound:
        raise DamagedError(str(file), "names files that flashgen did not write")
    return journal


def undo(journal: Journal) -> None:
    """Restore the old files where the run has replaced them, and delete what it left."""
    for entry in journal.entries:
        path = journal.base / entry.name
        ours = not os.path.lexists(path) or hash_of(path) == entry.hash
        if ours and not entry.stood:
            path.unlink(missing_ok=True)
        elif ours and os.path.lexists(old(path)):
            old(path).replace(path)
        old(path).unlink(missing_ok=True)  # two names of one file stay two
        new(path).unlink(missing_ok=True)


def clear(journal: Journal) -> None:
    """Delete the old files."""
    for entry in journal.entries:
        with suppress(OSError):
            old(journal.base / entry.name).unlink()


def beside(journal: Journal) -> Iterator[tuple[Path, Journal]]:
    """Yield the journals of the same run in other folders, each with its file."""
    for folder in journal.folders:
        file = folder / BESIDE
        with suppress(DamagedError, OSError):
            other = read(file, folder)
            if other and other.run == journal.run:
                yield file, other


def fits(name: str) -> bool:
    """Tell whether a name is one of a file below some folder, and none of version control's own."""
    path = PurePath(name)
    os.fsencode(name)  # half a character is no name
    odd = "\0" in name or path.anchor or {"..", ".git"} & {part.lower() for part in path.parts}
    return bool(path.parts) and not odd


def old(path: Path) -> Path:
    """Return the name under which an old file is kept."""
    return path.with_name(f".{path.name}.old")


def new(path: Path) -> Path:
    """Return the name under which a new file waits."""
    return path.with_name(f".{path.name}.new")


def _values(held: Any) -> list[Any]:
    return [held[key] for key in _KEYS]


def _is_folder(name: str) -> bool:
    """Tell whether a name is one of a folder in full, as a run writes it."""
    os.fsencode(name)  # half a character is no name
    return Path(name).is_absolute() and "\0" not in name


def _is_sound(entry: Entry, base: Path) -> bool:
    """Tell whether an entry names what a run writes, with its hash, and its folder lies where it seems to."""
    if not (fits(entry.name) and isinstance(entry.stood, bool) and _HASH.fullmatch(entry.hash)):
        return False
    name = PurePath(entry.name.lower())
    if not any(map(name.match, _OUTPUTS + _FIXED if entry.stood else _OUTPUTS)):
        return False
    folder = (base / entry.name).parent
    return os.path.realpath(folder) == str(folder)
