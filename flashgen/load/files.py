"""The files of a deck project, and their content."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from unicodedata import normalize

from flashgen.errors import NoSuchDeckError, UnreadableError
from flashgen.load.compose import compose
from flashgen.load.decode import decode, lines_of
from flashgen.load.nodes import Node
from flashgen.model.place import Place
from flashgen.model.problem import Problem
from flashgen.model.shown import can_be_shown, shown

_IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")


def deck_folders(root: Path, names: Sequence[str]) -> tuple[Path, ...]:
    """Return the folders of the named decks, or of all, sorted by name. NoSuchDeckError for an unknown name."""
    if leads_out(root / "decks", root):
        raise UnreadableError(str(root / "decks"), "a link there leads out of the project")
    folders = sorted(folder for folder in listed(root / "decks") if folder.is_dir() and is_shown(folder))
    known = {folder.name: folder for folder in folders}
    for name in names:
        if name not in known:
            raise NoSuchDeckError(name, tuple(known))
    return tuple(known[name] for name in dict.fromkeys(names)) or tuple(folders)


def source_files(root: Path) -> dict[str, Path]:
    """Return the files of all sources by name."""
    folder = root / "source"
    files = sorted(listed(folder)) if folder.is_dir() else ()
    return {normalize("NFC", file.stem): file for file in files if file.suffix == ".yaml" and is_shown(file)}


def chapter_files(folder: Path, root: Path, problems: list[Problem]) -> tuple[Path, ...]:
    """Return the chapter files of a deck, sorted by name. No file is a problem."""
    if leads_out(folder, root):
        return ()
    files = (file for file in listed(folder) if file.suffix == ".yaml" and is_shown(file))
    chapters = tuple(sorted(file for file in files if file.name != "deck.yaml"))
    for path in (folder, *chapters):
        if not can_be_shown(path.name):
            file = path / "deck.yaml" if path == folder else path
            place = Place(file.relative_to(root).as_posix(), 1, 1)
            message = f'the name "{shown(path.name)}" has a control character'
            hint = f"rename the {'folder' if path == folder else 'file'}"
            problems.append(Problem(place, "control-character", message, hint))
    if not chapters:
        place = Place((folder / "deck.yaml").relative_to(root).as_posix(), 1, 1)
        problems.append(
            Problem(
                place, "no-chapter", "this deck has no chapter file", "add one beside deck.yaml, such as 01-intro.yaml"
            )
        )
    return chapters


def read(path: Path, root: Path, problems: list[Problem]) -> Node | None:
    """Return the content of a file; what is missing or broken joins the problems. UnreadableError if the disk fails."""
    text = readable_text(path, root, problems)
    return None if text is None else compose(text, path.relative_to(root).as_posix(), problems)


def read_text(path: Path, root: Path, problems: list[Problem]) -> str | None:
    """Return the text of a file; None if any part of it is not text. Otherwise as `readable_text`."""
    before = len(problems)
    text = readable_text(path, root, problems)
    return text if len(problems) == before else None


def readable_text(path: Path, root: Path, problems: list[Problem]) -> str | None:
    """Return the part of a file that is text; the rest joins the problems. None without a file.

    A file outside of the project is never read through a link: a build would give it to others. UnreadableError if
    the disk fails.
    """
    if leads_out(path, root):
        place, hint = Place(path.relative_to(root).as_posix(), 1, 1), "replace the link with a copy of the file"
        problems.append(Problem(place, "outside-link", "a link here leads out of the project", hint))
        return None
    if path.is_dir():
        place, hint = Place(path.relative_to(root).as_posix(), 1, 1), "rename the folder, or move it elsewhere"
        problems.append(Problem(place, "missing-file", "this is a folder, and must be a file", hint))
        return None
    if not path.exists():
        place = Place(path.relative_to(root).as_posix(), 1, 1)
        hint = (
            "write it, or move its folder out of decks/; `flashgen new NAME` makes a whole deck"
            if path.name == "deck.yaml"
            else "write it"
        )
        problems.append(Problem(place, "missing-file", "this file is missing", hint))
        return None
    return decode(read_bytes(path), path.relative_to(root).as_posix(), problems)


def lines_in(path: Path, root: Path) -> tuple[str, ...]:
    """Return the lines of a file as an editor counts them; none if the project has no such file."""
    if leads_out(path, root) or not path.is_file():
        return ()
    try:
        return tuple(lines_of(path.read_text("utf-8-sig", errors="replace")))
    except OSError:
        return ()


def lock_file(folder: Path) -> Path:
    """Return the file that records what a deck has released."""
    return folder / "deck.lock"


def proof_file(folder: Path) -> Path:
    """Return the file that records which entries of a deck were compared with the text."""
    return folder / "deck.proof"


def images(folder: Path, root: Path) -> tuple[dict[str, bytes], frozenset[str]]:
    """Return the images beside the chapter files by name, and the names of links that lead out of the project."""
    files = [file for file in listed(folder) if file.suffix.lower() in _IMAGES and is_shown(file) and file.is_file()]
    named = {normalize("NFC", file.name): file for file in sorted(files)}
    outside = frozenset(name for name, file in named.items() if leads_out(file, root))
    return {name: read_bytes(file) for name, file in named.items() if name not in outside}, outside


def leads_out(path: Path, folder: Path) -> bool:
    """Return whether a link on a path below a folder leads out of the folder."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def read_bytes(path: Path) -> bytes:
    """Return the content of a file. UnreadableError if the disk fails."""
    if not path.is_file():
        raise UnreadableError(str(path), "not a file")  # a pipe would never end
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(str(path), error.strerror or str(error)) from error


def listed(folder: Path) -> Iterable[Path]:
    """Return what is in a folder. UnreadableError if the disk fails."""
    try:
        return list(folder.iterdir())
    except OSError as error:
        raise UnreadableError(str(folder), error.strerror or str(error)) from error


def is_shown(path: Path) -> bool:
    """Return whether a name is not hidden: editors leave files that begin with a dot."""
    return not path.name.startswith(".")
