"""The cards of notes, as they go on paper: what stands on the front and on the back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from flashgen.model.deck import Deck
from flashgen.model.note import CardType, Chapter, Note
from flashgen.model.text import Deletion, Items, Text, led
from flashgen.render.address import address
from flashgen.render.blocks import Blocks, Paragraph, blocks, bolder, paragraphs, picture_names
from flashgen.render.cite import cite
from flashgen.render.direction import END, ISOLATE
from flashgen.render.hiding import OPEN, Hiding
from flashgen.render.inline import Run
from flashgen.render.runs import Line, line

EACH, MERGED = "each", "merged"


@dataclass(frozen=True, slots=True)
class Card:
    """A card on paper. `id` is the note's, with the card's number where it has several; `url` may be empty.

    `number` is its place among all that are printed, from 1; `first` tells that no other of its chapter is before it.
    `answers` is what the front asks for and no more, for where front and back stand side by side.
    """

    id: str
    note: Note
    question: str
    prompt: Blocks
    hint: Line
    answer: Blocks
    answers: Blocks
    extra: Blocks
    cite: str
    url: str
    number: int = 0
    first: bool = False

    @property
    def chapter(self) -> Chapter:
        """The chapter that it belongs to."""
        return self.note.chapter

    @property
    def pictures(self) -> frozenset[str]:
        """The names of the images on it."""
        return frozenset(picture_names((*self.prompt, *self.answer, *self.extra)))


def cards(deck: Deck, notes: Iterable[Note], cloze: str = "") -> Iterator[Card]:
    """Yield the cards of notes that are not withdrawn.

    `cloze` is EACH for a card for every number, MERGED for one with all gaps of a text; else lists are asked as a
    whole, and the deletions of other texts one by one.
    """
    number, begun = 1, set[str]()
    for note in notes:
        asked = [] if note.withdrawn else list(_hidings(note, cloze) if note.type.hiding else _sides(note))
        for type, hiding, ordinal in asked:
            name = f"{note.id}/{ordinal}" if len(asked) > 1 else note.id
            card = _card(deck, note, name, type, hiding)
            yield replace(card, number=number, first=note.chapter.stem not in begun)
            number += 1
            begun.add(note.chapter.stem)


def _sides(note: Note) -> Iterator[tuple[CardType, Hiding, int]]:
    for ordinal in note.ordinals:
        yield note.type.cards[ordinal], OPEN, ordinal + 1


def _hidings(note: Note, cloze: str) -> Iterator[tuple[CardType, Hiding, int]]:
    """Yield the card for each number; merged, for each field that is no step towards a whole list."""
    (type,), named = note.type.cards, note.named
    texts = [named[name] for name in note.type.hiding if name in named]
    for text in texts:
        numbers = sorted({deletion.number for deletion in text.deletions})
        if _is_step(text) and cloze != EACH:
            continue
        for some in [numbers] if cloze == MERGED else [[number] for number in numbers]:
            yield type, Hiding(frozenset(some)), some[0]


def _is_step(text: Text) -> bool:
    """Tell whether a text is a list with one item hidden."""
    return any(isinstance(part, Items) for part in text.parts)


def _card(deck: Deck, note: Note, id: str, type: CardType, hiding: Hiding) -> Card:
    language, shown = deck.term_language, Hiding(hiding.numbers, shown=True)
    texts = [text for name, text in _fields(note, type.prompt) if _is_asked(note, name, text, hiding)]
    leads, asked = [lead for lead, _ in map(led, texts) if lead], [rest for _, rest in map(led, texts)]
    answer = _answer_blocks(note, type, language)
    back = [block for text in asked for block in paragraphs(text, language, shown)]
    answers = _answers(asked, language, hiding) if hiding.numbers else answer
    return Card(
        id=id,
        note=note,
        question=_question(deck, note, type, leads),
        prompt=tuple(block for text in asked for block in paragraphs(text, language, hiding)),
        hint=line(note.hint, language),
        answer=answer or tuple(back),
        answers=answers,
        extra=blocks(note.extra, language),
        cite=cite(note.cite, deck.words),
        url=address(note.cite.source.print, note),
    )


def _question(deck: Deck, note: Note, type: CardType, leads: Sequence[Text]) -> str:
    """Return what is asked above a prompt, if anything is."""
    own = [text for _, text in _fields(note, (type.question_field,))] if type.question_field else leads
    usual = deck.words.phrase(type.question) if type.question else ""
    return next(("".join(run.words for run in line(text, deck.term_language)) for text in own), usual)


def _fields(note: Note, names: Iterable[str]) -> Iterator[tuple[str, Text]]:
    named = note.named
    yield from [(name, named[name]) for name in names if name in named]


def _is_asked(note: Note, name: str, text: Text, hiding: Hiding) -> bool:
    """Tell whether a field stands on a front: one that can hide words does where a number of the card is in it."""
    return name not in note.type.hiding or any(deletion.number in hiding.numbers for deletion in text.deletions)


def _answer_blocks(note: Note, type: CardType, language: str) -> Blocks:
    """Return the fields of an answer: the first is the answer itself, the others go with it."""
    first, *more = [paragraphs(text, language) for _, text in _fields(note, type.answer)] or [()]
    head = _both(note, type, language) if type.sides else bolder(first)
    return (*head, *(block for blocks in more for block in blocks))


def _both(note: Note, type: CardType, language: str) -> Blocks:
    """Return the sides of a pair in one line, in their order; the one that is asked for is bold."""
    sides = [
        [replace(run, bold=run.bold or name in type.answer) for run in line(text, language)]
        for name, text in _fields(note, type.sides)
    ]
    left, right = [(Run(ISOLATE), *side, Run(END)) for side in sides]
    return (Paragraph((*left, Run(" – "), *right)),)


def _answers(asked: list[Text], language: str, hiding: Hiding) -> Blocks:
    """Return what was hidden: words in one paragraph, a whole list as it is."""
    found = [deletion for text in asked for deletion in text.deletions if deletion.number in hiding.numbers]
    made = [_answer(deletion, asked[0], language) for deletion in found]
    runs = [
        run for blocks in made for block in blocks if isinstance(block, Paragraph) for run in (Run("; "), *block.runs)
    ]
    lists = tuple(block for blocks in made for block in blocks if not isinstance(block, Paragraph))
    return (*((Paragraph(tuple(runs[1:])),) if runs else ()), *lists)


def _answer(deletion: Deletion, text: Text, language: str) -> Blocks:
    return bolder(paragraphs(Text(deletion.parts, text.place), language))
