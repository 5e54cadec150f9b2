"""A reader's copy of a source: a folder with a text file for each page, or a PDF."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from flashgen.errors import ManySourcesError, NoPageError, UnreadableError
from flashgen.load.decode import decode
from flashgen.load.files import leads_out, read_bytes
from flashgen.load.words import words_of
from flashgen.model.copy import Copy, runs
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem
from flashgen.model.source import Source

_NUMBER = re.compile(r"[0-9]+")
_FOOTNOTES = re.compile(r"^---\s*$", re.MULTILINE)
_BROKEN = re.compile(r"-\s*\n\s*")
"""A word that is divided at the end of a line, or one with a hyphen there."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page, apart from its footnotes."""

    body: str
    footnotes: str


def with_copies(decks: Sequence[Deck], path: Path) -> tuple[Deck, ...]:
    """Return decks with a copy of their source, if it has pages.

    ManySourcesError if the decks have several sources; otherwise errors as in `copy_of`.
    """
    sources = {deck.source.id: deck.source for deck in decks if deck.source.pages}
    if len(sources) > 1:
        raise ManySourcesError(str(path), tuple(sources))
    copies = {id: copy_of(path, source) for id, source in sources.items()}
    return tuple([replace(deck, copy=copies.get(deck.source.id)) for deck in decks])


def copy_of(path: Path, source: Source) -> Copy:
    """Return a copy of a source from a folder of text files or a PDF.

    The name of a text file ends with the page's number; its footnotes are below a line of three dashes. NoPageError if
    the copy has no page of the source; UnreadableError if the disk fails or a PDF is broken.
    """
    texts = _page_texts(path, source)
    flows = {page: list(_flows(page, texts)) for page in texts}
    pages = {page: frozenset(run for words, end in flows[page] for run in runs(words, end)) for page in flows}
    return Copy(pages, sha256(json.dumps([(str(page), flows[page]) for page in flows]).encode("ascii")).digest())


def _page_texts(path: Path, source: Source) -> dict[int, PageText]:
    """Return the texts of a source's pages, in their order. Errors as in `copy_of`."""
    texts = dict(_folder(path) if path.is_dir() else _pdf(path, source.pdf_offset))
    texts = {page: texts[page] for page in source.pages if page in texts}
    if not texts:
        raise NoPageError(str(path), source.label)
    if not any(text.body.split() for text in texts.values()):
        raise UnreadableError(str(path), "its pages contain no text (a scan without OCR?)")
    return texts


def _folder(path: Path) -> Iterator[tuple[int, PageText]]:
    for file in sorted(path.glob("*.txt")):
        if found := _NUMBER.findall(file.stem):
            if leads_out(file, path):
                raise UnreadableError(str(file), f"a link there leads out of {path}")
            problems: list[Problem] = []
            text = decode(read_bytes(file), str(file), problems)
            if text is None or problems:
                raise UnreadableError(str(file), problems[0].message)
            body, *footnotes = _FOOTNOTES.split(text, maxsplit=1)
            yield int(found[-1]), PageText(body, "".join(footnotes))


def _pdf(path: Path, offset: int) -> Iterator[tuple[int, PageText]]:
    """Yield the pages of a PDF; `offset` is added to a page's number to find its place."""
    import logging
    from io import BytesIO

    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says of a broken file goes past our own sentence
    content = read_bytes(path)
    if b"%PDF-" not in content[:1024]:
        raise UnreadableError(str(path), _no_pdf(content))
    place = 0
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError(str(path), "it is locked with a password; save a copy without one")
        for place, page in enumerate(reader.pages, 1):
            yield place - offset, PageText(page.extract_text(), "")
    except UnreadableError:
        raise
    except Exception as error:  # pypdf raises many kinds for a broken file
        where = f" on its page {place}" if place else ""
        raise UnreadableError(str(path), f"the PDF is damaged{where}; print it to a new PDF") from error


def _no_pdf(content: bytes) -> str:
    """Return what a file is if it is not a PDF, and how to make one."""
    if content.startswith(b"PK"):
        return "it is not a PDF but a Word, EPUB or ZIP file; save it as a PDF"
    if content.startswith(b"{\\rtf"):
        return "it is not a PDF but a rich text file; save it as a PDF"
    return "it is not a PDF; save it as one, or name a folder with a text file for each page, such as p098.txt"


def _flows(page: int, texts: Mapping[int, PageText]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the words of a page and the first of the next, with how many are on the page; then those of its footnotes.

    Yield both twice, since a hyphen at the end of a line may divide a word or belong to it.
    """
    text, after = texts[page], texts.get(page + 1)
    turn = " ".join(after.body.split(maxsplit=4)[:4]) if after else ""
    for join in ("", "-"):
        body = len(words_of(_BROKEN.sub(join, text.body)))
        yield words_of(_BROKEN.sub(join, f"{text.body.rstrip()}\n{turn}")), body
        footnotes = words_of(_BROKEN.sub(join, text.footnotes))
        yield footnotes, len(footnotes)
