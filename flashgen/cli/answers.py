"""What the author of a new deck says of its text: by options, or when asked on a terminal."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from flashgen.cli.bibliography import Bibliography, bibliography, refuse
from flashgen.cli.consent import at_terminal
from flashgen.cli.wrong import WrongValueError
from flashgen.emit.project.newdeck import NewSource, source_file
from flashgen.errors import UnreadableError, suggested
from flashgen.load.draft import drafted
from flashgen.load.fields import LANGUAGE
from flashgen.load.labels import DASH
from flashgen.model.citation import Citation
from flashgen.model.locator import LOCATORS, PAGE
from flashgen.model.shown import can_be_shown

_PAGES = "1-100"
_NONE = "none"
_FILE = re.compile(r"\.(?:bib|json)(?:#.*)?$")
_COMMA = re.compile(r"\s*,\s*")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Options:
    """What the options say; None where they say nothing."""

    title: str | None
    authors: tuple[str, ...]
    bib: str | None
    locator: str | None
    pages: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Answers:
    """What was said of a source, and the language of its cards; `page` is its first page, blank without pages."""

    source: NewSource
    language: str
    page: str
    bibliography: Bibliography


def answers(name: str, root: Path, options: Options) -> Answers:
    """Return what the options say; what they do not, ask on a terminal, or take a default.

    WrongValueError for what cannot be; UnreadableError if the disk fails.
    """
    options = _offered(name, root, options)
    if options.bib and options.authors:
        raise WrongValueError("--bib already names the authors", "leave out --author", "--author")
    found = bibliography(options.bib, root) if options.bib else Bibliography()
    title = _answer("title", "Title", options.title, found.citation.title or _titled(name), _line)
    authors = () if options.bib else _authors(options.authors)
    locator = _answer("locator", "What the pages are (page, section, verse, …)", options.locator, PAGE, _locator)
    question = f"Pages (such as 1-350 or i-xv,1-350; {_NONE} for a text without pages)"
    pages = _answer(
        "pages", question, options.pages, _pages_of(found.citation, locator), partial(_pages, locator=locator)
    )
    language = _answer("language", "Language of the cards", options.language, "en", _language)
    source = NewSource(title, authors, _label(found.citation), locator, pages, found.named)
    return Answers(source, language, _first(pages, locator), found)


def _offered(name: str, root: Path, options: Options) -> Options:
    """Return the options with a title, or a file that has the citation, if a person can be asked for either."""
    if any(given is not None for given in (options.title, options.bib)) or options.authors or not at_terminal():
        return options
    question, read = "Title, or a .bib or .json file with the citation", partial(_title_or_file, root=root)
    written: str = click.prompt(question, default=_titled(name), value_proc=read, err=True)
    return replace(options, bib=written) if _FILE.search(written) else replace(options, title=written)


def _title_or_file(written: str, root: Path) -> str:
    text = _line(written)
    try:
        bibliography(text, root) if _FILE.search(text) else None
    except UnreadableError as error:
        raise WrongValueError(str(error), "name a file that is there, or give the title") from error
    return text


def _answer(option: str, question: str, given: str | None, default: str, read: Callable[[str], T]) -> T:
    """Return what an option says, or what is answered to a question, or a default."""
    if given is None and at_terminal():
        answer: T = click.prompt(question, default=default, value_proc=read, err=True)
        return answer
    try:
        return read(default if given is None else given)
    except click.BadParameter as error:
        error.param_hint = f"--{option}"
        raise


def _authors(given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the authors."""
    question = "Author (Family, Given; empty for none)"
    if not given and at_terminal():
        given = tuple(filter(str.strip, [click.prompt(question, default="", show_default=False, err=True)]))
    return tuple([_line(author) for author in given])


def _titled(name: str) -> str:
    """Return a title to begin with."""
    return name if re.search(r"[^a-z0-9-]", name) else name.replace("-", " ").strip().capitalize()


def _line(written: str) -> str:
    text = written.strip()
    if not text or not can_be_shown(text):
        raise click.BadParameter("write a text on one line")
    return text


def _language(written: str) -> str:
    if not LANGUAGE.fullmatch(written.strip()):
        raise WrongValueError(f'"{written}" is not a language tag', "write one such as en or de")
    return written.strip()


def _locator(written: str) -> str:
    if any(map(str.isdigit, written)):
        raise WrongValueError(f'"{written}" is not a locator', "write page, section, verse or the like, then the pages")
    if written.strip() not in LOCATORS:
        raise WrongValueError(f'"{written}" is not a locator', suggested(written, tuple(LOCATORS)))
    return written.strip()


def _pages(written: str, locator: str) -> tuple[str, ...]:
    """Return labels and ranges of them."""
    if written.strip() == _NONE:
        return ()
    pages = tuple(_COMMA.split(written.strip()))
    _, problems = drafted({"draft.yaml": source_file(NewSource("draft", locator=locator, pages=pages))}, "draft")
    refuse(problems)
    return pages


def _first(pages: tuple[str, ...], locator: str) -> str:
    """Return the label of the first page."""
    source, _ = drafted({"draft.yaml": source_file(NewSource("draft", locator=locator, pages=pages))}, "draft")
    return source.pages[0].label if source and source.pages else ""


def _pages_of(citation: Citation, locator: str) -> str:
    """Return the pages of an article or a chapter, else a guess."""
    with suppress(click.BadParameter):
        return ",".join(_pages(DASH.sub("-", citation.page), locator))
    return _PAGES


def _label(citation: Citation) -> str:
    """Return the short name of a text whose citation is known: Family and year."""
    name = citation.author[0].family or citation.author[0].literal if citation.author else citation.title
    year = re.search(r"[0-9]{4}", citation.issued)
    return " ".join(filter(None, (name, year and year.group())))
