"""The narrow waist: kinds make notes, and rules, history, render and outputs see only notes."""

from collections.abc import Iterable
from dataclasses import dataclass

from flashgen.model.place import Place
from flashgen.model.source import Span
from flashgen.model.text import Text


@dataclass(frozen=True, slots=True)
class CardType:
    """One way of asking a note: which fields stand on the front, and which more on the back.

    `question` is said above the prompt where the prompt alone does not ask anything.
    """

    name: str
    prompt: tuple[str, ...]
    answer: tuple[str, ...]
    question: str = ""


@dataclass(frozen=True, slots=True)
class NoteType:
    """What all notes of a kind have in common; the schema is frozen once a deck is released.

    `fields` are the kind's own, the one to sort by first. In a cloze note type each deletion of its `hiding` fields
    makes a card, and the one card type tells how all of them look.
    """

    name: str
    fields: tuple[str, ...]
    cards: tuple[CardType, ...]
    hiding: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A file of entries; `position` is its section's place in the source, counted from 1."""

    numeral: str
    title: Text
    position: int
    stem: str


@dataclass(frozen=True, slots=True)
class Cite:
    """The spot in the source that a note rests on."""

    pages: Span
    footnotes: Span | None
    place: Place
    footnotes_place: Place


@dataclass(frozen=True, slots=True)
class Note:
    """An entry's facts, ready for every output. `fields` are in the order of its note type's."""

    id: str
    place: Place
    type: NoteType
    fields: tuple[Text | None, ...]
    cite: Cite
    chapter: Chapter
    tags: tuple[str, ...]
    hint: Text | None
    extra: Text | None

    def saying(self, fields: Iterable[Text | None]) -> "Note":
        """Return this note with other fields; several times as fast as dataclasses.replace."""
        place, of, cite, chapter = self.place, self.type, self.cite, self.chapter
        return Note(self.id, place, of, tuple(fields), cite, chapter, self.tags, self.hint, self.extra)

    @property
    def ordinals(self) -> tuple[int, ...]:
        """The cards of this note as Anki counts them, from 0: one a deletion, or one a card type."""
        if not self.type.hiding:
            return tuple(range(len(self.type.cards)))
        return tuple(sorted({deletion.number - 1 for text in self.fields if text for deletion in text.deletions}))
