"""The source page inside a package: what each page says, without a web server.

Anki never replaces a media file whose name begins with `_`, so the name contains a hash of the content. The page holds
only what comes from source/, so that it changes rarely.
"""

from dataclasses import dataclass
from hashlib import sha256

from flashgen.emit.anki.fields import tag_name
from flashgen.model.deck import Deck
from flashgen.model.source import Page, Section, Source
from flashgen.render.citation import cited
from flashgen.render.direction import tongue
from flashgen.render.templates import page_template
from flashgen.render.text import field


@dataclass(frozen=True, slots=True)
class _Group:
    """A section's title and thesis in HTML, and the pages to list under it."""

    section: Section | None
    title: str
    thesis: str
    pages: tuple[tuple[Page, str], ...]


def companion(deck: Deck) -> tuple[str, bytes]:
    """Return the file name and HTML of a deck's source page; `#p98` links to page 98."""
    source, language = deck.source, deck.term_language
    groups = [_group(source, section, language, deck.language) for section in (*source.sections, None)]
    html = page_template(
        "companion.html",
        source=source,
        cited=cited(source.citation),
        groups=[group for group in groups if group.section or group.pages],
        tongue=tongue(deck.language),
        language=deck.language,
        words=deck.words,
    ).encode("utf-8")
    return f"_{tag_name(source.id).lower()[:60]}-{sha256(html).hexdigest()[:12]}.html", html


def _group(source: Source, section: Section | None, language: str, around: str) -> _Group:
    pages = tuple(page for number, page in sorted(source.pages.items()) if _home(source, number) is section)
    return _Group(
        section,
        field(section.title, language, around) if section else "",
        field(section.thesis, language, around) if section else "",
        tuple((page, field(page.gist, language, around)) for page in pages),
    )


def _home(source: Source, number: int) -> Section | None:
    """Return the section to list a page under: the first that contains it."""
    return next((section for section in source.sections if section.pages.first <= number <= section.pages.last), None)
