"""Write notes as Anki stores them: fields, tags and the name of the sub-deck."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from html import unescape

from flashgen.history.continuity import frozen_names, released
from flashgen.history.decknumber import deck_numbers
from flashgen.history.hidden import hidden
from flashgen.history.identity import guid
from flashgen.history.numbering import buried
from flashgen.history.order import dues
from flashgen.model.deck import Deck
from flashgen.model.lock import ReleasedNote
from flashgen.model.note import SPARES, Chapter, Note, NoteType
from flashgen.model.source import Page
from flashgen.render.text import block, field, inline, plain

LEARNERS = ("My notes", "Spare 2", "Spare 3")
"""The fields that no build fills: one is for the learner, the others are reserved."""

_AROUND = (
    "Hint",
    "Extra",
    "Withdrawn",
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
_WITHDRAWN = "withdrawn"


def field_names(type: NoteType) -> tuple[str, ...]:
    """Return a note type's fields: the id first, for Anki's duplicate check, then the sort field."""
    return ("Id", *[name for name in type.fields if name not in SPARES], *_AROUND)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes notes as Anki's fields; what notes share is rendered once, by chapter stem or page number."""

    deck: Deck
    deck_names: Mapping[str, str]
    chapters: Mapping[str, str]
    chapter_tags: Mapping[str, str]
    pages: Mapping[int, str]
    page_tags: Mapping[int, str]
    dues: Mapping[str, int]

    def drafted(self, note: Note) -> ReleasedNote:
        """Return a note for release, with time 0 until it is known whether the note changed."""
        before = released(self.deck.lock, note)
        values, text = self._values(note), hidden(note)
        return ReleasedNote(
            id=note.id,
            guid=before.guid if before else guid(self.deck.uid, note.id),
            kind=note.type.name,
            deck=before.deck if before else self.deck_names[note.chapter.stem],
            due=self.dues[note.id],
            time=0,
            fields={name: values[name] for name in field_names(note.type) if values.get(name)},
            tags=tuple(self._tags(note)),
            cards=tuple([ordinal + 1 for ordinal in note.ordinals]),
            hidden=text,
            buried=buried(before, text) if before else {},
            withdrawn=note.withdrawn is not None,
        )

    def withdrawn(self, note: ReleasedNote) -> ReleasedNote:
        """Return the released note of a deleted entry with the notice that it is withdrawn."""
        if note.withdrawn:
            return note
        tags = sorted({*note.tags, f"{self.deck.tag}::{_WITHDRAWN}"})
        fields = {**note.fields, "Withdrawn": plain(self.deck.words.withdrawn_gone)}
        return replace(note, fields=fields, tags=tuple(tags), withdrawn=True, time=0)

    def _values(self, note: Note) -> dict[str, str]:
        """Return the fields of a note as HTML, by their names."""
        language, around, pages = self.deck.term_language, self.deck.language, note.cite.pages
        named = zip(note.type.fields, note.fields, strict=True)
        inside = {name for card in note.type.cards for name in card.sides}
        own = {name: field(text, language, around, "" if name in inside else note.language) for name, text in named}
        return own | {
            "Id": note.id,
            "Hint": field(note.hint, language, around),
            "Extra": block(note.extra, language, around, self._stored),
            "Withdrawn": field(note.withdrawn, language, around),
            "Chapter": self.chapters[note.chapter.stem],
            "Source": plain(self.deck.source.label),
            "Page": str(pages.first),
            "Last page": str(pages.last) if pages.last != pages.first else "",
            "Footnote": str(note.cite.footnotes or ""),
            "PDF page": str(pages.first + self.deck.source.pdf_offset),
            "Gist": "".join([self.pages[number] for number in range(pages.first, pages.last + 1)]),
        }

    def _tags(self, note: Note) -> list[str]:
        """Return a note's sorted tags, all under the deck's root tag."""
        root, pages = f"{self.deck.tag}::", note.cite.pages
        ours = [self.chapter_tags[note.chapter.stem], f"{root}kind::{note.type.name.lower()}"]
        ours += [self.page_tags[page] for page in range(pages.first, pages.last + 1)]
        ours += [root + _WITHDRAWN] if note.withdrawn else []
        return sorted({*ours, *[root + tag for tag in note.tags]})

    def _stored(self, name: str) -> str:
        return stored_name(name, self.deck.images[name])


def writer(deck: Deck) -> Writer:
    """Return the writer of a deck's notes."""
    language, width = deck.term_language, len(str(deck.source.span.last))
    numbers, colon, (word, _) = deck_numbers(deck), deck.words.colon, deck.words.locators["page"]
    return Writer(
        deck,
        deck_names={of.stem: _deck_name(of, deck, numbers[of.stem]) for of in deck.chapters} | frozen_names(deck),
        chapters={of.stem: f"{plain(of.numeral)} · {field(of.title, language, deck.language)}" for of in deck.chapters},
        chapter_tags={chapter.stem: f"{deck.tag}::chapter::{_chapter_tag(chapter)}" for chapter in deck.chapters},
        pages={page: f"<p>{word} {page}{colon} {_gist(said, deck)}</p>" for page, said in deck.source.pages.items()},
        # Zero-padded, because Anki sorts tags alphabetically.
        page_tags={page: f"{deck.tag}::page::{page:0{width}}" for page in deck.source.pages},
        dues=dues(deck),
    )


def _gist(page: Page, deck: Deck) -> str:
    return field(page.gist, deck.term_language, deck.language)


def stored_name(name: str, image: bytes) -> str:
    """Return the name of an image in a package: its content's hash, so that another image never has it.

    Anki imports a file whose name begins with `_` even if it skips the note. An update text has no images.
    """
    return f"_{sha256(image).hexdigest()[:24]}.{name.rsplit('.', 1)[1].lower()}"


def tag_name(words: str) -> str:
    """Return words as one component of a tag."""
    return re.sub("[^A-Za-z0-9_.-]+", "-", words)


def _chapter_tag(chapter: Chapter) -> str:
    """Return a chapter's tag component: its numeral, or its position if that is not ASCII."""
    return tag_name(chapter.numeral) if chapter.numeral.isascii() else str(chapter.position)


def _deck_name(chapter: Chapter, deck: Deck, number: str) -> str:
    """Return the name of a chapter's sub-deck."""
    title = unescape(re.sub("<[^>]*>", "", inline(chapter.title, "")))
    # In a deck name, `::` separates sub-decks; Anki removes quotes.
    plain_title = re.sub(':(?=:)|"', "", title)
    return f"{deck.lock.name or deck.name}::{number} {plain_title}"
