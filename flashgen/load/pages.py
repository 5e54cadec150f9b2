"""The reader's own copy of a source: a folder with a text for each page, or a PDF."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from flashgen.errors import NoPageError, UnreadableError
from flashgen.load.decode import decode
from flashgen.load.files import read_bytes
from flashgen.load.words import words_of
from flashgen.model.prints import Prints, number_of, runs
from flashgen.model.problem import Problem
from flashgen.model.source import Source

_NUMBER = re.compile(r"[0-9]+")
_FOOTNOTES = re.compile(r"^---\s*$", re.MULTILINE)
_BROKEN = re.compile(r"-\s*\n\s*")
"""A word that is parted at the end of a line, or a hyphen that happens to stand there."""


@dataclass(frozen=True, slots=True)
class _PageText:
    """What is printed on a page, its footnotes apart."""

    body: str
    footnotes: str


def prints_of(path: Path, source: Source, salt: bytes = b"", bits: int = 60) -> Prints:
    """Return the prints of a source's pages as a folder of texts or a PDF has them.

    A file of the folder is named with its page's number, and has its footnotes below a line of three dashes.
    NoPageError where there is no page of the source; UnreadableError where the disk fails or a PDF is broken.
    """
    texts = dict(_folder(path) if path.is_dir() else _pdf(path, source.pdf_offset))
    texts = {page: texts[page] for page in source.pages if page in texts}
    if not texts:
        raise NoPageError(str(path), source.label)
    return Prints({page: frozenset(_numbers(page, texts, salt, bits)) for page in texts}, salt, bits)


def _folder(path: Path) -> Iterator[tuple[int, _PageText]]:
    for file in sorted(path.glob("*.txt")):
        if found := _NUMBER.findall(file.stem):
            text = decode(read_bytes(file), str(file))
            if isinstance(text, Problem):
                raise UnreadableError(str(file), text.message)
            body, *footnotes = _FOOTNOTES.split(text, maxsplit=1)
            yield int(found[-1]), _PageText(body, "".join(footnotes))


def _pdf(path: Path, offset: int) -> Iterator[tuple[int, _PageText]]:
    """Yield the pages of a PDF; `offset` is what its place has more than a page's number."""
    from io import BytesIO

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        for place, page in enumerate(PdfReader(BytesIO(read_bytes(path))).pages, 1):
            yield place - offset, _PageText(page.extract_text(), "")
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableError(str(path), f"it is no PDF with text ({error})") from error


def _numbers(page: int, texts: Mapping[int, _PageText], salt: bytes, bits: int) -> Iterator[int]:
    """Yield the numbers of the runs that begin on a page; they may end on the next."""
    text, after = texts[page], texts.get(page + 1)
    turn = " ".join(after.body.split(maxsplit=4)[:4]) if after else ""
    for join in ("", "-"):
        body = len(words_of(_BROKEN.sub(join, text.body)))
        flow = words_of(_BROKEN.sub(join, f"{text.body.rstrip()}\n{turn}"))
        for run in runs(flow, 0, body):
            yield number_of(run, salt, bits)
        footnotes = words_of(_BROKEN.sub(join, text.footnotes))
        for run in runs(footnotes, 0, len(footnotes)):
            yield number_of(run, salt, bits)
