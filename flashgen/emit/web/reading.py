"""The page that goes through the text: what each page says, which cards cite it, and how well all of it is covered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flashgen.emit.web.chart import charts
from flashgen.emit.web.coverage import Coverage, coverage
from flashgen.emit.web.frame import framed
from flashgen.emit.web.pages import Key, ShownPage, listed, notes_by_page
from flashgen.model.deck import Deck
from flashgen.model.note import Note, lead
from flashgen.model.source import Source
from flashgen.model.text import Text, bare
from flashgen.model.words import spaced
from flashgen.render.citation import cited
from flashgen.render.cite import html, located
from flashgen.render.text import field, plain
from flashgen.render.typography import Compositor


@dataclass(frozen=True, slots=True)
class _Page:
    """A page with its texts in HTML, how many cards cite it, and the id and the question of each note that does."""

    shown: ShownPage
    gist: str
    nothing: str
    cards: int
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """A section's title and thesis in HTML, the range of its pages, and the pages to list under it."""

    title: str
    thesis: str
    range: str
    pages: tuple[_Page, ...]


@dataclass(frozen=True, slots=True)
class _Contents:
    """A source: its title, its citation, how its pages are covered, and its sections."""

    title: str
    cited: str
    coverage: Coverage
    groups: tuple[_Group, ...]


def reading_page(deck: Deck) -> bytes:
    """Return the page; `#p98` is page 98 of the deck's first source."""
    notes = notes_by_page(deck)
    sources = [_contents(deck, source, notes) for source in deck.sources]
    return framed(deck, "index.html", sources=sources, charts=charts(deck))


def _contents(deck: Deck, source: Source, notes: Mapping[Key, Sequence[Note]]) -> _Contents:
    pages = [page for page in listed(deck) if page.source is source]
    label = f"{source.label}{spaced(deck.words.colon)}" if len(deck.sources) > 1 else ""
    return _Contents(
        f"{label}{Compositor(deck.words).plain(source.citation.title)}",
        field(cited(source.citation, deck.words), deck.term_language, deck.language),
        coverage(deck, source, pages, notes),
        tuple(_groups(deck, source, {page.key: _page(deck, page, notes.get(page.key, ())) for page in pages})),
    )


def _groups(deck: Deck, source: Source, pages: dict[Key, _Page]) -> Iterator[_Group]:
    """Yield the sections, a page in the first that has it, and after them the pages that are in none."""
    for section in source.sections:
        keys = [(source.id, place) for place in source.numbers(section.pages)]
        own = tuple([pages.pop(key) for key in keys if key in pages])
        yield _Group(
            f"{plain(lead(section.numeral, section.title))}{_html(deck, section.title)}",
            _html(deck, section.thesis),
            html(located(source, section.pages, deck.words), deck.words),
            own,
        )
    if pages:
        yield _Group("", "", "", tuple(pages.values()))


def _page(deck: Deck, page: ShownPage, notes: Sequence[Note]) -> _Page:
    asked = tuple([(note.id, _asked(deck, note)) for note in notes])
    cards = sum(len(note.ordinals) for note in notes)
    return _Page(page, _html(deck, page.page.gist), _html(deck, page.page.nothing), cards, asked)


def _asked(deck: Deck, note: Note) -> str:
    """Return what a note is about: the first of its texts, with nothing hidden."""
    text: Text = next(iter(note.named.values()))
    return _html(deck, Text(bare(text.parts), text.place, text.language), note.language)


def _html(deck: Deck, text: Text | None, language: str = "") -> str:
    """Return a text of an entry's language as it looks in print."""
    return field(Compositor(deck.words).optional(text), deck.term_language, deck.language, language)
