"""The folder of a project."""

from pathlib import Path

from flashgen.errors import NoProjectError


def project_root(start: Path) -> Path:
    """Return the nearest folder upward that has decks/; NoProjectError if there is none."""
    for folder in (start, *start.resolve().parents):
        if (folder / "decks").is_dir():
            return folder
    raise NoProjectError(str(start))
