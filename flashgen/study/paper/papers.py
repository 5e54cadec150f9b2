"""The papers that a user wishes for: one, several versions, or mock exams on several days."""

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from random import Random

from flashgen.errors import FewQuestionsError
from flashgen.model.chosen import ALL_OF_IT, Part, chosen
from flashgen.model.deck import Deck
from flashgen.model.text import Text, written
from flashgen.study.paper.ask import asked, essays, questions
from flashgen.study.paper.choose import Length, Paper, choose
from flashgen.study.paper.match import matches
from flashgen.study.paper.question import Question
from flashgen.study.paper.rivals import facts

_WEEK = timedelta(days=7)
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class PaperWish:
    """What papers are to be like: several `versions` of the same difficulty, or one for each of some `days`."""

    length: Length
    seed: int = 1
    part: Part = ALL_OF_IT
    versions: int = 1
    days: tuple[date, ...] = ()


def papers(deck: Deck, wish: PaperWish) -> tuple[Paper, ...]:
    """Return the papers that a user wishes for, none about an entry of another.

    FewQuestionsError if the deck has not enough for them; others as `chosen`.
    """
    random = Random(wish.seed)  # noqa: S311 - the same seed gives the same papers
    pool = _pool(deck, wish.part, random)
    found: list[Paper] = []
    used: frozenset[str] = frozenset()
    for _ in wish.days or ("",):
        found += choose(pool, wish.length, wish.versions, used, random)
        used = frozenset().union(*[question.about for paper in found for question in paper])
        if not all(map(wish.length.is_reached, found)):
            wanted = len(wish.days) or wish.versions
            raise FewQuestionsError(deck.name, wanted, wish.length.in_words, sum(map(len, found)))
    return tuple(found)


def _pool(deck: Deck, part: Part, random: Random) -> list[Question]:
    """Return all questions about a part of a deck; with a tag, that is no whole section."""
    notes = [note for note in chosen(deck, part) if not note.withdrawn]
    told = facts(deck.notes)
    theses = [] if part.tag else essays(notes)
    return [*questions(deck, notes, told, random), *matches(asked(notes), told, random), *theses]


def state(deck: Deck) -> str:
    """Return a name of what a deck says: another one once an entry has changed."""
    said = sha256()
    for note in deck.notes:
        texts = [_written(text) for text in (*note.fields, note.withdrawn)]
        pages = note.cite.source.ranges(note.cite.pages)
        said.update(repr((note.id, note.chapter.stem, texts, pages, note.tags, note.tier)).encode())
    for source in deck.sources:
        theses = [(one.numeral, one.title.words, _written(one.thesis)) for one in source.sections]
        said.update(repr((source.id, theses)).encode())
    return said.hexdigest()[:_SHOWN]


def _written(text: Text | None) -> str:
    return "".join(map(written, text.parts)) if text else ""


def mocks(first: date, exam: date) -> tuple[date, ...]:
    """Return the days of mock exams: a week before the exam, and so on back to the first day; else the first day."""
    weeks = range((exam - first).days // _WEEK.days, 0, -1)
    return tuple([exam - week * _WEEK for week in weeks]) or (first,)
