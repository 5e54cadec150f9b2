"""A temporary copy of a project's text files, to try changes on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from flashgen.load.files import deck_folders, leads_out, read_bytes

_CITATIONS = ("source/**/*.[jJ][sS][oO][nN]", "source/**/*.[bB][iI][bB]")
_TEXT_FILES = ("source/*.yaml", *_CITATIONS, "decks/*/*.yaml", "decks/*/deck.lock")


@contextmanager
def copied(root: Path) -> Iterator[Path]:
    """Copy a project's text files, and remove the copy in the end. UnreadableError if the disk fails."""
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        for deck in deck_folders(root, ()):
            (copy / deck.relative_to(root)).mkdir(parents=True)
        for path in (path for pattern in _TEXT_FILES for path in root.glob(pattern)):
            if leads_out(path, root):
                continue
            place = copy / path.relative_to(root)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(read_bytes(path))
        yield copy
