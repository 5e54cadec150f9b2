"""What a note says in Anki: the text of each field, its tags, its place in the order, the name of its deck."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import unescape

from flashgen.model.deck import Deck
from flashgen.model.note import Chapter, Note, NoteType
from flashgen.render.text import block, inline, plain

SPARES = ("Spare 1", "Spare 2", "Spare 3")
_AROUND = (
    "Hint",
    "Extra",
    "Chapter",
    "Source",
    "Page",
    "Last page",
    "Footnote",
    "PDF page",
    "Gist",
    "My notes",
    *SPARES,
)
_HIGHEST_DUE = 999_999
"""Check Database moves new cards with a higher position."""


def field_names(type: NoteType) -> tuple[str, ...]:
    """Return a note type's fields: the id first, for Anki's search for duplicates, then what to sort by."""
    return ("Id", *type.fields, *_AROUND)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes a deck's notes as Anki's fields; what many notes share is rendered once, by chapter's stem or page."""

    deck: Deck
    deck_names: Mapping[str, str]
    chapters: Mapping[str, str]
    chapter_tags: Mapping[str, str]
    pages: Mapping[int, str]
    page_tags: Mapping[int, str]

    def values(self, note: Note) -> list[str]:
        """Return the fields of a note as HTML, in the order of their names."""
        language, pages = self.deck.term_language, note.cite.pages
        return [
            note.id,
            *[inline(text, language) for text in note.fields],
            inline(note.hint, language),
            block(note.extra, language, self._stored),
            self.chapters[note.chapter.stem],
            plain(self.deck.source.label),
            str(pages.first),
            str(pages.last) if pages.last != pages.first else "",
            str(note.cite.footnotes or ""),
            str(pages.first + self.deck.source.pdf_offset),
            "".join([self.pages[number] for number in range(pages.first, pages.last + 1)]),
            "",
            *[""] * len(SPARES),
        ]

    def tags(self, note: Note) -> list[str]:
        """Return a note's tags, all under the deck's root tag."""
        root, pages = f"{self.deck.tag}::", note.cite.pages
        ours = [self.chapter_tags[note.chapter.stem], f"{root}kind::{note.type.name.lower()}"]
        ours += [self.page_tags[page] for page in range(pages.first, pages.last + 1)]
        return sorted({*ours, *[root + tag for tag in note.tags]})

    def _stored(self, name: str) -> str:
        return stored_name(name, self.deck.images[name])


def writer(deck: Deck) -> Writer:
    """Return what writes a deck's notes."""
    language, width = deck.term_language, len(str(deck.source.span.last))
    return Writer(
        deck,
        deck_names={chapter.stem: deck_name(chapter, deck) for chapter in deck.chapters},
        chapters={of.stem: f"{plain(of.numeral)} · {inline(of.title, language)}" for of in deck.chapters},
        chapter_tags={chapter.stem: f"{deck.tag}::chapter::{_chapter_tag(chapter)}" for chapter in deck.chapters},
        pages={page: f"<p>p. {page}: {inline(said.gist, language)}</p>" for page, said in deck.source.pages.items()},
        # Padded, because Anki sorts tags as words.
        page_tags={page: f"{deck.tag}::page::{page:0{width}}" for page in deck.source.pages},
    )


def stored_name(name: str, image: bytes) -> str:
    """Return the name of an image in a package: its content's hash, so that another image never has it."""
    return f"{sha256(image).hexdigest()[:24]}.{name.rsplit('.', 1)[1].lower()}"


def tag_name(said: str) -> str:
    """Return words as one part of a tag."""
    return re.sub("[^A-Za-z0-9_.-]+", "-", said)


def _chapter_tag(chapter: Chapter) -> str:
    """Return the part of a tag that stands for a chapter: its numeral, or its place where a tag cannot hold that."""
    return tag_name(chapter.numeral) if chapter.numeral.isascii() else str(chapter.position)


def deck_name(chapter: Chapter, deck: Deck) -> str:
    """Return the name of a chapter's sub-deck; Anki sorts by name, so the section's place in the book leads."""
    width = max(2, len(str(len(deck.source.sections))))
    title = unescape(re.sub("<[^>]*>", "", inline(chapter.title, "")))
    # In the name of a deck `::` means a sub-deck, and quotes are removed.
    plain_title = re.sub(':(?=:)|"', "", title)
    return f"{deck.name}::{chapter.position:0{width}} {plain_title}"


def dues(notes: Iterable[Note], deck: Deck) -> dict[str, int]:
    """Return each note's position among new cards, by id: in book order, with gaps for what may come between.

    Every section has a range of its own, so that a chapter alone and the whole deck agree.
    """
    room = _HIGHEST_DUE // (len(deck.source.sections) + 1)
    by_section: dict[int, list[str]] = {}
    for note in notes:
        by_section.setdefault(note.chapter.position, []).append(note.id)
    found: dict[str, int] = {}
    for position, ids in by_section.items():
        step = max(1, min(100, room // (len(ids) + 1)))
        found |= {key: position * room + min(place * step, room - 1) for place, key in enumerate(ids, 1)}
    return found
