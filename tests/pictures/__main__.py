"""Draw the pictures again that are no longer current: `python -m tests.pictures`. Those of cards need Chromium."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.pictures.all import PICTURES
from tests.pictures.picture import digest, mark, marked

for picture in PICTURES:
    with TemporaryDirectory() as first, TemporaryDirectory() as second:
        shown = picture.shows(Path(first))
        if not picture.path.exists() or mark(picture.path) != digest(shown):
            picture.path.write_bytes(marked(picture.draw(Path(second)), shown))
            print(picture.path)
