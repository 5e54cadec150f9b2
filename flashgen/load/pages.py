"""A reader's copy of a source: a folder with a text file for each page, or a PDF."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from flashgen.errors import ManySourcesError, NoPageError, NotCitedError, UnreadableError
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


def with_copies(decks: Sequence[Deck], texts: Mapping[str, Path]) -> tuple[Deck, ...]:
    """Return decks with copies of their sources, which are at these paths by the sources' names.

    The path without a name is of the only source that has pages: ManySourcesError if there are several.
    NotCitedError for a name that no deck knows; otherwise errors as in `copy_of`.
    """
    sources = {source.id: source for deck in decks for source in deck.sources if source.pages}
    paths = {name: path for name, path in texts.items() if name}
    if "" in texts and len(sources) > 1:
        raise ManySourcesError(str(texts[""]), tuple(sources))
    if "" in texts:
        paths |= dict.fromkeys(sources, texts[""])
    for name in paths:
        if name not in sources:
            raise NotCitedError(name, tuple(sources))
    copies = {name: copy_of(path, sources[name]) for name, path in paths.items()}
    return tuple(
        [replace(deck, copies={one.id: copies[one.id] for one in deck.sources if one.id in copies}) for deck in decks]
    )


def copy_of(path: Path, source: Source) -> Copy:
    """Return a copy of a source from a folder of text files or a PDF.

    The name of a text file ends with the page's number; its footnotes are below a line of three dashes. NoPageError if
    the copy has no page of the source; UnreadableError if the disk fails or a PDF is broken.
    """
    texts = _page_texts(path, source)
    following = dict(pairwise([page.label for page in source.pages]))
    flows = {page: list(_flows(texts[page], texts.get(following.get(page, "")))) for page in texts}
    pages = {page: frozenset(run for words, end in flows[page] for run in runs(words, end)) for page in flows}
    return Copy(pages, sha256(json.dumps([*flows.items()]).encode("ascii")).digest())


def _page_texts(path: Path, source: Source) -> dict[str, PageText]:
    """Return the texts of a source's pages by label, in their order. Errors as in `copy_of`."""
    texts = _folder(path, source) if path.is_dir() else _of_pdf(path, source)
    texts = {page.label: texts[page.label] for page in source.pages if page.label in texts}
    if not texts:
        raise NoPageError(str(path), source.label, f"{_name(source.pages[0].label)}.txt")
    if not any(text.body.split() for text in texts.values()):
        raise UnreadableError(str(path), "its pages contain no text (a scan without OCR?)")
    return texts


def _folder(path: Path, source: Source) -> dict[str, PageText]:
    """Return the texts of a folder by the label that the name of each file ends with."""
    known = {_name(page.label): page.label for page in reversed(source.pages)}
    found: dict[str, PageText] = {}
    for file in sorted(path.glob("*.txt")):
        if label := _label(file.stem, source, known):
            if leads_out(file, path):
                raise UnreadableError(str(file), f"a link there leads out of {path}")
            problems: list[Problem] = []
            text = decode(read_bytes(file), str(file), problems)
            if text is None or problems:
                raise UnreadableError(str(file), problems[0].message)
            body, *notes = _FOOTNOTES.split(text, maxsplit=1)
            found[label] = PageText(body, "".join(notes))
    return found


def _label(stem: str, source: Source, known: Mapping[str, str]) -> str:
    """Return the label of a page that the name of a file ends with; nothing if it is of no page.

    Signs that no file name may have count as hyphens, and a number may begin with zeros.
    """
    if stem in source.places:
        return stem
    words = _name(stem).split("-")
    names = ["-".join(words[start:]) for start in range(len(words))]
    names += [name[1:] for name in names if name[:1] == "p"]
    numbers = _NUMBER.findall(stem)[-1:]
    return next((known[name] for name in [*names, *[str(int(number)) for number in numbers]] if name in known), "")


def _name(label: str) -> str:
    """Return a label as the name of a file may have it."""
    return re.sub(r"\W+|_", "-", re.sub("(?<![0-9])0+(?=[0-9])", "", label.casefold())).strip("-")


def _of_pdf(path: Path, source: Source) -> dict[str, PageText]:
    """Return the texts of a PDF by the labels of the pages that are there."""
    texts = dict(enumerate(_pdf(path), 1))
    return {page.label: texts[page.pdf_page] for page in source.pages if page.pdf_page in texts}


def _pdf(path: Path) -> Iterator[PageText]:
    """Yield the pages of a PDF."""
    import logging
    from io import BytesIO

    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says of a broken file goes past our own sentence
    content = read_bytes(path)
    if b"%PDF-" not in content[:1024]:
        raise UnreadableError(str(path), *_no_pdf(content))
    place = 0
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError(str(path), "it is locked with a password", "save a copy without one")
        for page in reader.pages:
            place += 1
            yield PageText(page.extract_text(), "")
    except UnreadableError:
        raise
    except Exception as error:  # pypdf raises many kinds for a broken file
        where = f" on its page {place}" if place else ""
        raise UnreadableError(str(path), f"the PDF is damaged{where}", "print it to a new PDF") from error


def _no_pdf(content: bytes) -> tuple[str, str]:
    """Return what a file is if it is not a PDF, and how to make one."""
    if content.startswith(b"PK"):
        return "it is not a PDF but a Word, EPUB or ZIP file", "save it as a PDF"
    if content.startswith(b"{\\rtf"):
        return "it is not a PDF but a rich text file", "save it as a PDF"
    return "it is not a PDF", "save it as one, or name a folder with a text file for each page"


def _flows(text: PageText, after: PageText | None) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the words of a page and the first of the next, with how many are on the page; then those of its footnotes.

    Yield both twice, since a hyphen at the end of a line may divide a word or belong to it.
    """
    turn = " ".join(after.body.split(maxsplit=4)[:4]) if after else ""
    for join in ("", "-"):
        body = len(words_of(_BROKEN.sub(join, text.body)))
        yield words_of(_BROKEN.sub(join, f"{text.body.rstrip()}\n{turn}")), body
        footnotes = words_of(_BROKEN.sub(join, text.footnotes))
        yield footnotes, len(footnotes)
