"""Turn documents into pages: one in this process, several in two processes at a time to limit memory.

Those with page numbers are set one after the other.
"""

import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from flashgen.emit.paper.document import Document
from flashgen.emit.paper.engine import Pages, laid_out, pages, saved
from flashgen.emit.paper.faces import ALONE, Faces
from flashgen.errors import NoEngineError

CARDS = 400
"""The most cards that one process sets; each takes up to half a megabyte."""

_AT_ONCE = 2


def need_engine() -> None:
    """Raise NoEngineError where Typst is not installed."""
    try:
        import typst  # noqa: F401 - to learn whether it can be imported
    except ImportError as error:
        raise NoEngineError from error


def set_pages(
    documents: Sequence[Document], pictures: Mapping[str, bytes], time: int, faces: Faces = ALONE
) -> Iterator[Pages]:
    """Yield the pages of each document, in order, as soon as they are ready."""
    with TemporaryDirectory(prefix="flashgen-") as name:
        folders = [Path(name) / str(place) for place in range(len(documents))]
        for folder in folders:
            folder.mkdir()
        if len(documents) == 1:
            yield pages(laid_out(documents[0], pictures, folders[0], faces), time, faces.folder)
            return
        if documents[0].numbers:
            before = 0
            for of, folder in zip(documents, folders, strict=True):
                made = _apart(laid_out(of.behind(before), pictures, folder, faces), time, faces.folder)
                before += page_count(made.pdf)
                yield made
            return
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            yield from pool.map(
                lambda of, folder: _apart(laid_out(of, pictures, folder, faces), time, faces.folder),
                documents,
                folders,
            )


def page_count(pdf: bytes) -> int:
    """Return how many pages the engine made."""
    return pdf.count(b"/Type/Page/")


def _apart(folder: Path, time: int, fonts: Path | None) -> Pages:
    """Return the pages of the document in a folder, made by another process."""
    command = [sys.executable, "-P", "-m", "flashgen.emit.paper.job", str(folder), str(time)]
    command += [str(fonts)] if fonts else []
    done = subprocess.run(command, capture_output=True)  # noqa: S603 - our own module, with our own folder
    return Pages(b"", refused="it stopped") if done.returncode else saved(folder)


def refusal(document: Document, pictures: Mapping[str, bytes], time: int, faces: Faces = ALONE) -> str:
    """Return why the engine cannot set a document; "" where it can. It is tried in another process, which may die."""
    with TemporaryDirectory(prefix="flashgen-") as folder:
        return _apart(laid_out(document, pictures, Path(folder), faces), time, faces.folder).refused


def refused_pictures(pictures: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the names of the pictures that the engine cannot read."""
    for name, picture in pictures.items():
        with TemporaryDirectory(prefix="flashgen-") as folder:
            alone = Document("templates/picture.typ", {"picture": name}, "")
            if pages(laid_out(alone, {name: picture}, Path(folder)), 0).refused:
                yield name
