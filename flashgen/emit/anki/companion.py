"""The source page inside a package: what each page says, without a web server.

Anki never replaces a media file whose name begins with `_`, so the name contains a hash of the content. The page holds
only what comes from source/, so that it changes rarely.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from flashgen.emit.anki.fields import tag_name
from flashgen.model.deck import Deck
from flashgen.model.source import Page, Pages, Section, Source
from flashgen.model.words import Words
from flashgen.render.citation import cited
from flashgen.render.cite import counted, html
from flashgen.render.direction import tongue
from flashgen.render.templates import page_template
from flashgen.render.text import field


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's name in the address, how it is cited, its gist in HTML, and its footnotes."""

    anchor: str
    said: str
    gist: str
    footnotes: str


@dataclass(frozen=True, slots=True)
class _Group:
    """A section's title and thesis in HTML, its pages as they are cited, and the pages to list under it."""

    section: Section | None
    title: str
    thesis: str
    pages_said: str
    pages: tuple[_Page, ...]


@dataclass(frozen=True, slots=True)
class _Listed:
    """A source: its title, its citation and its pages."""

    title: str
    cited: str
    groups: tuple[_Group, ...]


def companion(deck: Deck) -> tuple[str, bytes]:
    """Return the file name and HTML of the page of a deck's sources; `#p98` links to page 98 of the first."""
    html = page_template(
        "companion.html",
        labels=", ".join(source.label for source in deck.sources),
        sources=[_listed(deck, source) for source in deck.sources],
        tongue=tongue(deck.language),
        language=deck.language,
        words=deck.words,
    ).encode("utf-8")
    return f"_{tag_name(deck.source.id).lower()[:60]}-{sha256(html).hexdigest()[:12]}.html", html


def _listed(deck: Deck, source: Source) -> _Listed:
    numbers = [{*source.numbers(section.pages)} for section in source.sections]
    homes = [
        next((place for place, own in enumerate(numbers) if number in own), -1) for number in range(len(source.pages))
    ]
    groups = [_group(deck, source, section, homes) for section in (*source.sections, None)]
    shown = tuple([group for group in groups if group.section or group.pages])
    return _Listed(
        source.citation.title, field(cited(source.citation, deck.words), deck.term_language, deck.language), shown
    )


def _group(deck: Deck, source: Source, section: Section | None, homes: Sequence[int]) -> _Group:
    """Return a group; `homes` are the sections to list each page under: the first that contains it, or -1.

    A page of which the source says nothing is left out.
    """
    language, around = deck.term_language, deck.language
    here = source.sections.index(section) if section else -1
    pages = [page for page, home in zip(source.pages, homes, strict=True) if home == here and page.gist]
    return _Group(
        section,
        field(section.title, language, around) if section else "",
        field(section.thesis, language, around) if section else "",
        _range(source, section.pages, deck.words) if section else "",
        tuple([_page(deck, source, page) for page in pages]),
    )


def _range(source: Source, pages: Pages, words: Words) -> str:
    return html(counted(source.locator, source.said(pages), words, True), words)


def _page(deck: Deck, source: Source, page: Page) -> _Page:
    gist = field(page.gist, deck.term_language, deck.language)
    said = html(counted(source.locator, page.label, deck.words), deck.words)
    return _Page(deck.anchor(source, page), said, gist, page.said_footnotes)
