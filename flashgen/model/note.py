"""The narrow waist: kinds make notes, and rules, history, render and outputs see only notes."""

from dataclasses import dataclass
from pathlib import PurePath

from flashgen.model.place import Place
from flashgen.model.source import Page, Pages, Source
from flashgen.model.text import Text
from flashgen.model.tier import MORE

SPARE = "Spare"
"""The card type that is kept in reserve, in each note type whose cards are not those of its deletions."""

SPARES = ("Spare 1", "Spare 2", "Spare 3")
"""The fields that each note type has in reserve."""


@dataclass(frozen=True, slots=True)
class CardType:
    """One way of asking a note: which fields stand on the front, and which more on the back.

    `question` names the phrase (of `Words`) above a prompt that alone does not ask anything; `question_field` is the
    field that has one, and without it there is no card. The `sides` of a pair are one line on the back, in their order.
    """

    name: str
    prompt: tuple[str, ...]
    answer: tuple[str, ...]
    question: str = ""
    question_field: str = ""
    sides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteType:
    """What all notes of a kind have in common; the schema is frozen once a deck is released.

    `fields` are the kind's own, the one to sort by first. In a cloze note type each deletion of its `hiding` fields
    makes a card, and the one card type tells how all of them look; those in `fixed` fields have a number from the kind.
    A field with the name of a spare one puts that to use. `late` are the numbers of cards that a new learner meets some
    time after the note's others.
    """

    name: str
    fields: tuple[str, ...]
    cards: tuple[CardType, ...]
    hiding: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    late: tuple[int, ...] = ()

    @property
    def own(self) -> tuple[str, ...]:
        """The hiding fields whose deletions get their numbers from what was released."""
        return tuple([name for name in self.hiding if name not in self.fixed])


NO_TYPE = NoteType("", (), ())
"""The note type of an entry that names no kind, or several."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A file of entries. `position` is its section's place among those of all sources, counted from 1.

    Without sections, it is the file's place in the deck. `source` is what its entries cite where they name no
    other, `section` whether it is about a section of that, `pages` what they should cite of it.
    """

    numeral: str
    title: Text
    position: int
    stem: str
    source: Source
    section: bool = False
    pages: Pages = ()

    @property
    def lead(self) -> str:
        """Return what stands before its title."""
        return lead(self.numeral, self.title)

    def is_called(self, name: str) -> bool:
        """Tell whether a name is the chapter's numeral or its file."""
        return name in (self.numeral, self.stem) or PurePath(name).name == f"{self.stem}.yaml"


def lead(numeral: str, title: Text) -> str:
    """Return what stands before the title of a chapter or a section: the numeral, unless the title says the same."""
    return "" if title.parts == (numeral,) else f"{numeral} · "


@dataclass(frozen=True, slots=True)
class Cite:
    """The spot in a source that a note rests on.

    `pages` are none where the entry says none, or none that can be read; `footnotes` are as a citation has them.
    """

    source: Source
    pages: Pages
    footnotes: tuple[str, ...]
    place: Place

    @property
    def first(self) -> Page | None:
        """The first page that is cited."""
        return self.source.pages[self.pages[0].first] if self.pages else None


@dataclass(frozen=True, slots=True)
class Note:
    """An entry's facts, ready for every output. `fields` are in the order of its note type's.

    `ordinals` are its cards as Anki counts them, from 0: one a card type, or one a deletion's number. `was` is the id
    that it was released under, where it has another now; `language` (BCP 47) is its own, where that is not the deck's;
    `withdrawn` tells learners why they need it no more; `relation` is what joins the sides of a pair. What an entry
    lacks is blank, or None: such a note is checked like any other, but never built.
    """

    id: str
    place: Place
    type: NoteType
    fields: tuple[Text | None, ...]
    ordinals: tuple[int, ...]
    cite: Cite
    chapter: Chapter
    tags: tuple[str, ...]
    hint: Text | None
    extra: Text | None
    withdrawn: Text | None = None
    was: str = ""
    language: str = ""
    tier: str = MORE
    relation: str = ""

    @property
    def named(self) -> dict[str, Text]:
        """Its texts by the names of their fields; a blank field has none."""
        return {name: text for name, text in zip(self.type.fields, self.fields, strict=True) if text}

    @property
    def own_texts(self) -> list[Text]:
        """Its texts that hide words, except those whose deletions get their numbers from the kind."""
        named = self.named
        return [named[name] for name in self.type.own if name in named]

    @property
    def asked(self) -> tuple[CardType, ...]:
        """The card types of its cards, in a note type whose cards are not those of its deletions."""
        return tuple([self.type.cards[ordinal] for ordinal in self.ordinals])
