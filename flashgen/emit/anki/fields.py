"""Write notes as Anki stores them: fields, tags and the name of the sub-deck."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from flashgen.emit.anki.footer import parts
from flashgen.emit.anki.tags import WITHDRAWN, chapter_tag, page_tags
from flashgen.history.continuity import frozen_names, released
from flashgen.history.decknumber import deck_numbers
from flashgen.history.hidden import hidden
from flashgen.history.identity import guid
from flashgen.history.numbering import buried
from flashgen.history.order import LAST, dues
from flashgen.model.deck import Deck
from flashgen.model.lock import ReleasedNote
from flashgen.model.note import SPARES, Chapter, Note, NoteType
from flashgen.model.source import Page, Source
from flashgen.model.text import Text
from flashgen.model.tier import CORE, MORE
from flashgen.model.words import spaced
from flashgen.render.cite import counted, html
from flashgen.render.text import block, field, plain, unmarked
from flashgen.render.typography import Compositor

LEARNERS = ("My notes",)
"""The fields that no build fills: they are the learner's."""

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
_CORE = f"tier::{CORE}"


def field_names(type: NoteType) -> tuple[str, ...]:
    """Return a note type's fields: the id first, for Anki's duplicate check, then the sort field."""
    return ("Id", *[name for name in type.fields if name not in SPARES], *_AROUND)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes notes as Anki's fields; what notes share is rendered once, by chapter stem, or by source and page."""

    deck: Deck
    deck_names: Mapping[str, str]
    chapters: Mapping[str, str]
    chapter_tags: Mapping[str, str]
    gists: Mapping[str, Sequence[str]]
    page_tags: Mapping[str, Sequence[str]]
    dues: Mapping[str, int]

    def drafted(self, note: Note) -> ReleasedNote:
        """Return a note for release, with time 0 until it is known whether the note changed."""
        before = released(self.deck.lock, note)
        if before and note.chapter.stem in self.deck.unread:
            return before if before.due == self.dues[note.id] else replace(before, due=self.dues[note.id])
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
        tags = sorted({*note.tags, f"{self.deck.tag}::{WITHDRAWN}"})
        fields = {**note.fields, "Withdrawn": plain(self.deck.words.withdrawn_gone)}
        return replace(note, fields=fields, tags=tuple(tags), withdrawn=True, due=LAST, time=0)

    def _values(self, note: Note) -> dict[str, str]:
        """Return the fields of a note as HTML, by their names."""
        note = Compositor(self.deck.words).note(note)
        language, around, source = self.deck.term_language, self.deck.language, note.cite.source
        named = zip(note.type.fields, note.fields, strict=True)
        inside = {name for card in note.type.cards for name in card.sides}
        own = {name: self._own(text, "" if name in inside else note.language) for name, text in named}
        return own | {
            "Id": note.id,
            "Hint": field(note.hint, language, around),
            "Extra": block(note.extra, language, around, self._stored),
            "Withdrawn": field(note.withdrawn, language, around),
            "Chapter": self.chapters[note.chapter.stem],
            "Gist": "".join([self.gists[source.id][number] for number in source.numbers(note.cite.pages)]),
            **parts(note, self.deck),
        }

    def _own(self, text: Text | None, language: str) -> str:
        """Return a field of a note's kind, for an entry of its own language or none."""
        terms, around = self.deck.term_language, self.deck.language
        if text and text.has_blocks:
            return block(text, terms, around, self._stored)
        return field(text, terms, around, language)

    def _tags(self, note: Note) -> list[str]:
        """Return a note's sorted tags, all under the deck's root tag."""
        root, source = f"{self.deck.tag}::", note.cite.source
        ours = [self.chapter_tags[note.chapter.stem], f"{root}kind::{note.type.name.lower()}"]
        ours += [self.page_tags[source.id][number] for number in source.numbers(note.cite.pages)]
        # Entries of the other tier have no tag: in a deck without tiers, that would be a tag on every note.
        ours += [root + _CORE] if note.tier == CORE else []
        ours += [root + WITHDRAWN] if note.withdrawn else []
        return sorted({*ours, *[root + tag for tag in note.tags]})

    def _stored(self, name: str) -> str:
        return stored_name(name, self.deck.images[name])


def writer(deck: Deck) -> Writer:
    """Return the writer of a deck's notes."""
    language = deck.term_language
    printed = [Compositor(deck.words).chapter(chapter) for chapter in deck.chapters]
    return Writer(
        deck,
        deck_names=deck_names(deck),
        chapters={of.stem: f"{plain(of.lead)}{field(of.title, language, deck.language)}" for of in printed},
        chapter_tags={chapter.stem: f"{deck.tag}::chapter::{chapter_tag(chapter, deck)}" for chapter in deck.chapters},
        gists={source.id: [_gist(page, source, deck) for page in source.pages] for source in deck.sources},
        page_tags={source.id: [f"{deck.tag}::{tag}" for tag in page_tags(source, deck)] for source in deck.sources},
        dues=dues(deck),
    )


def deck_names(deck: Deck) -> dict[str, str]:
    """Return the name of each chapter's sub-deck, by its stem; a released one stays."""
    frozen = frozen_names(deck)
    numbers = deck_numbers(deck, frozen)
    return {of.stem: _deck_name(of, deck, numbers[of.stem]) for of in deck.chapters} | frozen


def tier(note: ReleasedNote) -> str:
    """Return the tier of a released note."""
    return CORE if any(tag.endswith(f"::{_CORE}") for tag in note.tags) else MORE


def stored_name(name: str, image: bytes) -> str:
    """Return the name of an image in a package: its content's hash, so that another image never has it.

    Anki imports a file whose name begins with `_` even if it skips the note. An update text has no images.
    """
    return f"_{sha256(image).hexdigest()[:24]}.{name.rsplit('.', 1)[1].lower()}"


def _gist(page: Page, source: Source, deck: Deck) -> str:
    """Return what a page says in HTML; nothing if the source does not tell."""
    if not page.gist:
        return ""
    label = html(counted(source.locator, page.label, deck.words), deck.words)
    colon, gist = plain(spaced(deck.words.colon)), Compositor(deck.words).text(page.gist)
    return f"<p>{label}{colon}{field(gist, deck.term_language, deck.language)}</p>"


def _deck_name(chapter: Chapter, deck: Deck, number: str) -> str:
    """Return the name of a chapter's sub-deck."""
    # In a deck name, `::` separates sub-decks; Anki removes quotes.
    plain_title = re.sub(':(?=:)|"', "", unmarked(chapter.title))
    return f"{deck.lock.name or deck.name}::{number} {plain_title}"
