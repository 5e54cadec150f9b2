"""The source page inside a package: what each page says, without a web server.

Anki never replaces a media file whose name begins with `_`, so the name contains a hash of the content. The page holds
only what comes from source/, so that it changes rarely.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from flashgen.emit.anki.tags import tag_name
from flashgen.model.deck import Deck
from flashgen.model.note import lead
from flashgen.model.source import Page, Section, Source
from flashgen.model.words import Words, spaced
from flashgen.render.citation import cited
from flashgen.render.cite import counted, html, located
from flashgen.render.direction import language_attributes
from flashgen.render.templates import page_template
from flashgen.render.text import field, plain
from flashgen.render.typography import Compositor

_NO_SECTION = -1


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's name in the address; its label, its gist and its footnotes in HTML.

    `before` are the names of the pages right before it of which the source says nothing: a card that cites one of them
    and this one links to the first.
    """

    before: tuple[str, ...]
    anchor: str
    label: str
    gist: str
    footnotes: str


@dataclass(frozen=True, slots=True)
class _Group:
    """A section's title as cards have it and its thesis in HTML, the range of its pages, and the pages under it."""

    section: Section | None
    title: str
    thesis: str
    range: str
    pages: tuple[_Page, ...]


@dataclass(frozen=True, slots=True)
class _Contents:
    """A source: its title, its citation and its pages."""

    title: str
    cited: str
    groups: tuple[_Group, ...]


_made: list[tuple[tuple[object, ...], tuple[str, bytes]]] = []
"""The last page that was made, after what it was made of: a build asks for it twice, and decks may share a source."""


def companion(deck: Deck) -> tuple[str, bytes]:
    """Return the file name and HTML of the page of a deck's sources; `#p98` links to page 98 of the first."""
    of = (deck.sources, deck.words, deck.language, deck.term_language)
    if not _made or _made[0][0] != of:
        _made[:] = [(of, _companion(deck))]
    return _made[0][1]


def _companion(deck: Deck) -> tuple[str, bytes]:
    labels = spaced(deck.words.comma).join(source.label for source in deck.sources)
    html = page_template(
        "companion.html",
        title=f"{labels}{spaced(deck.words.colon)}{deck.words.page_by_page}",
        sources=[_contents(deck, source) for source in deck.sources],
        attributes=language_attributes(deck.language),
        language=deck.language,
        words=deck.words,
    ).encode("utf-8")
    return f"_{tag_name(deck.source.id).lower()[:60]}-{sha256(html).hexdigest()[:12]}.html", html


def _contents(deck: Deck, source: Source) -> _Contents:
    pages = list(_pages(deck, source))
    groups = [_group(deck, source, place, pages) for place in (*range(len(source.sections)), _NO_SECTION)]
    shown = tuple([group for group in groups if group.section or group.pages])
    # Volumes of one work have one title.
    lead = f"{source.label}{spaced(deck.words.colon)}" if len(deck.sources) > 1 else ""
    citation = field(cited(source.citation, deck.words), deck.term_language, deck.language)
    return _Contents(f"{lead}{Compositor(deck.words).plain(source.citation.title)}", citation, shown)


def _pages(deck: Deck, source: Source) -> Iterator[tuple[int, _Page]]:
    """Yield each page of which the source says something, after the place of the first section that has it."""
    numbers = [{*source.numbers(section.pages)} for section in source.sections]
    before: list[str] = []
    for number, page in enumerate(source.pages):
        before.append(deck.anchor(source, page))
        if page.gist:
            home = next((place for place, own in enumerate(numbers) if number in own), _NO_SECTION)
            yield home, _page(deck, source, page, before)
            before = []


def _group(deck: Deck, source: Source, place: int, pages: Sequence[tuple[int, _Page]]) -> _Group:
    language, around = deck.term_language, deck.language
    section = source.sections[place] if place != _NO_SECTION else None
    return _Group(
        section,
        _title(section, deck) if section else "",
        field(Compositor(deck.words).optional(section.thesis), language, around) if section else "",
        html(located(source, section.pages, deck.words), deck.words) if section else "",
        tuple([page for home, page in pages if home == place]),
    )


def _title(section: Section, deck: Deck) -> str:
    """Return the numeral and the title of a section in HTML."""
    title = field(Compositor(deck.words).text(section.title), deck.term_language, deck.language)
    return f"{plain(lead(section.numeral, section.title))}{title}"


def _page(deck: Deck, source: Source, page: Page, anchors: Sequence[str]) -> _Page:
    gist = field(Compositor(deck.words).optional(page.gist), deck.term_language, deck.language)
    label = html(counted(source.locator, page.label, deck.words), deck.words)
    *before, anchor = anchors
    return _Page(tuple(before), anchor, label, gist, _footnotes(page, deck.words))


def _footnotes(page: Page, words: Words) -> str:
    """Return the footnotes of a page with the word for one or for several; nothing where it has none."""
    word = words.footnotes if page.footnotes[1:] else words.footnote
    return html(f"{word} {page.footnote_ranges}", words) if page.footnotes else ""
