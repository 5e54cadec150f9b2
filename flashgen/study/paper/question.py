"""A question of an exam paper: what it shows, what it asks for, and what that is worth."""

from dataclasses import dataclass
from functools import cached_property

from flashgen.check.card import Card
from flashgen.model.note import Chapter
from flashgen.model.source import Section, Source
from flashgen.model.text import Text

FORMS = CHOICE, FILL, MATCH, ORDER, NAMES, SHORT, ESSAY = (
    *("choice", "fill", "match", "order", "names", "short", "essay"),
)
"""The forms of questions, in the order in which a paper has them."""


@dataclass(frozen=True, eq=False)
class Question:
    """A question about one card, about several to match, or about a section, whose thesis is the answer.

    `options` are what there is to choose from, to match or to put in order, as the paper shows them; `right` are the
    places of the right ones: that of each card, or of the first item, the second and so on. `shown` are all words that
    it shows, `answers` those that it asks for.
    """

    form: str
    chapter: Chapter
    points: int
    shown: str
    answers: tuple[str, ...]
    cards: tuple[Card, ...] = ()
    options: tuple[Text, ...] = ()
    right: tuple[int, ...] = ()
    section: Section | None = None
    source: Source | None = None

    @cached_property
    def about(self) -> frozenset[str]:
        """The names of the entries that it is about, or that of its section: no other question may be about them."""
        return frozenset([card.note.id for card in self.cards] or [f"section {self.chapter.stem}"])

    @property
    def kind(self) -> str:
        """The name of its entries' note type."""
        return self.cards[0].note.type.name if self.cards else ""

    @cached_property
    def difficulty(self) -> float:
        """How hard it is, as far as its form and the words to write tell."""
        written = 0 if self.form in (CHOICE, MATCH, ORDER) else sum(len(answer.split()) for answer in self.answers)
        return self.points + FORMS.index(self.form) / 2 + written / 4 + len(self.shown.split()) / 40
