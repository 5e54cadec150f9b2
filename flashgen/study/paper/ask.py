"""The questions that can be asked about single entries, and about sections."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from random import Random

from flashgen.check.card import Card, cards
from flashgen.kinds.list import LIST, WHOLE, is_ordered
from flashgen.kinds.quote import QUOTE, SPEAKER, SUBJECT
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.text import Items, Text, bare
from flashgen.study.paper.question import CHOICE, ESSAY, FILL, NAMES, ORDER, SHORT, Question
from flashgen.study.paper.rivals import Facts, options
from flashgen.study.paper.sorts import sorts

SHORT_POINTS, ESSAY_POINTS = 2, 10
_FEWEST_TO_ORDER = 3
"""The order of two items can be guessed."""


def asked(notes: Sequence[Note]) -> list[Card]:
    """Return the cards of notes that can be asked on paper: all but those for a question and for single items."""
    every = [card for note in notes for card in cards(note) if not card.is_reverse and card.answers]
    return [card for card in every if card.note.type != LIST.type or card.number == WHOLE]


def questions(deck: Deck, notes: Sequence[Note], facts: Facts, random: Random) -> Iterator[Question]:
    """Yield the questions about single entries: each card in every form that fits it."""
    known = sorts(deck.notes, asked(deck.notes), deck.words)
    groups: Mapping[str, list[Card]] = defaultdict(list)
    for card, sort in known.items():
        groups[sort].append(card)
    for card in asked(notes):
        if card.is_whole_list:
            yield _list(card, random)
            continue
        yield _written(card)
        if card in known and (found := options(card, groups[known[card]], facts, random)):
            yield _choice(card, found)


def essays(notes: Sequence[Note]) -> Iterator[Question]:
    """Yield a question about each section that has a thesis and some of the notes."""
    for chapter in {note.chapter.stem: note.chapter for note in notes}.values():
        sections = [one for one in chapter.source.sections if chapter.section and one.numeral == chapter.numeral]
        for section in sections:
            if section.thesis:
                yield Question(
                    ESSAY,
                    chapter,
                    ESSAY_POINTS,
                    section.title.words,
                    (section.thesis.words,),
                    section=section,
                    source=chapter.source,
                )


def answer(card: Card) -> Text:
    """Return the answer of a card that has one."""
    hidden = [one for text in card.front for one in text.deletions if one.number == card.number]
    return Text(bare(hidden[0].parts), card.text.place, card.text.language) if hidden else card.text


def _written(card: Card) -> Question:
    is_about = card.note.type == QUOTE.type and card.number in (SPEAKER, SUBJECT)
    form, points = (FILL, len(card.answers)) if card.note.type.hiding and not is_about else (SHORT, SHORT_POINTS)
    return Question(form, card.note.chapter, points, card.prompt, card.answers, (card,))


def _choice(card: Card, found: Sequence[Card]) -> Question:
    shown = " / ".join((card.prompt, *[one.answers[0] for one in found]))
    texts = tuple(map(answer, found))
    return Question(CHOICE, card.note.chapter, 1, shown, card.answers, (card,), texts, (found.index(card),))


def _list(card: Card, random: Random) -> Question:
    """Return the question for a whole list: to put it in order if it has one, else to name its items."""
    rows = _rows(card)
    said = tuple(row.words for row in rows)
    if not is_ordered(card.note) or len(rows) < _FEWEST_TO_ORDER:
        return Question(NAMES, card.note.chapter, len(rows), card.prompt.replace("[…]", ""), said, (card,))
    places = [*range(len(rows))]
    while places == sorted(places):
        random.shuffle(places)
    shown = " / ".join((card.prompt, *said))
    texts, right = tuple(rows[place] for place in places), tuple(map(places.index, range(len(rows))))
    return Question(ORDER, card.note.chapter, len(rows), shown, (), (card,), texts, right)


def _rows(card: Card) -> list[Text]:
    lists = [part for text in card.front for one in text.deletions for part in one.parts if isinstance(part, Items)]
    return [Text(row, card.text.place, card.text.language) for row in lists[0].rows]
