"""A copy of what a project says, on which can be tried what a change of it would bring."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from flashgen.load.files import deck_folders, leads_out, read_bytes

_SAID = ("source/*.yaml", "decks/*/*.yaml", "decks/*/deck.lock")


@contextmanager
def copied(root: Path) -> Iterator[Path]:
    """Make a copy of a project's texts, and remove it in the end. UnreadableError where the disk fails."""
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        for deck in deck_folders(root, ()):
            (copy / deck.relative_to(root)).mkdir(parents=True)
        for path in (path for pattern in _SAID for path in root.glob(pattern)):
            if leads_out(path, root):
                continue
            place = copy / path.relative_to(root)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(read_bytes(path))
        yield copy
