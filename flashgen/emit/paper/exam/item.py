"""A question as it stands on a paper, and what its key says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flashgen.check.card import Card
from flashgen.emit.paper.sheets.card import EACH
from flashgen.emit.paper.sheets.card import Card as Face
from flashgen.emit.paper.sheets.card import cards as faces
from flashgen.model.deck import Deck
from flashgen.model.note import Cite, Note
from flashgen.model.source import Section
from flashgen.model.text import Text
from flashgen.model.words import filled
from flashgen.render.blocks import Blocks, Paragraph, Rows, bolder, paragraphs
from flashgen.render.cite import cite
from flashgen.render.inline import GAP, Run
from flashgen.render.runs import Line, line
from flashgen.render.typography import Compositor
from flashgen.study.paper.choose import Paper
from flashgen.study.paper.question import CHOICE, ESSAY, FILL, MATCH, NAMES, ORDER, SHORT, Question

LETTERS = "ABCDEFGHIJKL"
_BLANK = "_" * 16
_LINE = 12
"""About so many words of an answer fill a line by hand."""

_ESSAY = 24
"""The lines of an essay."""


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered question. `lead` is asked above the prompt, `rows` are to be matched, `options` to be chosen from.

    `right` are the places of the right options, `lines` the lines to write on. `key` is the answer, `faces` the cards
    that it comes from.
    """

    number: int
    form: str
    points: int
    language: str
    lead: str
    prompt: Blocks
    rows: tuple[Line, ...]
    options: tuple[Line, ...]
    right: tuple[int, ...]
    lines: int
    key: Blocks
    cite: str
    faces: tuple[Face, ...]


def items(deck: Deck, paper: Paper) -> tuple[Item, ...]:
    """Return the questions of a paper as they stand on it."""
    return tuple(_item(deck, number, question) for number, question in enumerate(paper, 1))


def _item(deck: Deck, number: int, question: Question) -> Item:
    found = tuple(_face(deck, card) for card in question.cards)
    first, options = found[:1], tuple(line(text, deck.term_language) for text in question.options)
    rows = tuple(_runs(face.prompt) for face in found) if question.form == MATCH else ()
    prompt = _thesis(deck, question.section) if question.section else _prompt(deck, question, first)
    return Item(
        number=number,
        form=question.form,
        points=question.points,
        language=question.cards[0].note.language if question.cards else "",
        lead=first[0].question if question.form in (CHOICE, FILL, SHORT) else "",
        prompt=prompt,
        rows=rows,
        options=options,
        right=question.right,
        lines=_lines(question, prompt),
        key=_key(deck, question, found, options),
        cite=_cited(deck, question),
        faces=tuple(replace(face, extra=()) for face in found),
    )


def _face(deck: Deck, card: Card) -> Face:
    """Return a card as it is printed, with lines to write on in place of its blanks."""
    made = {face.id: face for face in faces(deck, [card.note], EACH)}
    face = made.get(f"{card.note.id}/{card.number}") or made[card.note.id]
    return replace(face, prompt=_with_lines(face.prompt))


def _with_lines(blocks: Blocks) -> Blocks:
    return tuple(Paragraph(tuple(map(_run, one.runs))) if isinstance(one, Paragraph) else one for one in blocks)


def _run(run: Run) -> Run:
    if run.mark != GAP or run.formula:
        return run
    return replace(run, words=_BLANK if run.words == "…" else f"{_BLANK} ({run.words})", mark="")


def _prompt(deck: Deck, question: Question, first: Sequence[Face]) -> Blocks:
    if question.form == MATCH:
        return ()
    if question.form in (NAMES, ORDER):
        return paragraphs(first[0].note.fields[0], deck.term_language)
    return first[0].prompt


def _thesis(deck: Deck, section: Section) -> Blocks:
    said = filled(deck.words.paper_thesis, title=section.title)
    return paragraphs(Compositor(deck.words).text(Text(said, section.title.place)), deck.term_language)


def _runs(blocks: Blocks) -> Line:
    """Return the paragraphs of blocks as one line, such as a term and its own script."""
    return tuple(run for block in blocks if isinstance(block, Paragraph) for run in (Run(" "), *block.runs))[1:]


def _lines(question: Question, prompt: Blocks) -> int:
    """Return how many lines a question needs to be answered; none where there is a blank to fill in."""
    if question.form == ESSAY:
        return _ESSAY
    if question.form == NAMES:
        return question.points
    blank = any(_BLANK in run.words for run in _runs(prompt))
    return 1 + len(question.answers[0].split()) // _LINE if question.form == SHORT and not blank else 0


def _key(deck: Deck, question: Question, found: Sequence[Face], options: Sequence[Line]) -> Blocks:
    """Return the answer of a question: that of its card, or the right options in their order."""
    if question.section:
        return paragraphs(Compositor(deck.words).optional(question.section.thesis), deck.term_language)
    if question.form == ORDER:
        return bolder((Rows(tuple((Paragraph(options[place]),) for place in question.right), 1),))
    if question.form in (CHOICE, MATCH):
        return tuple(Paragraph(options[place]) for place in question.right)
    return found[0].answers


def _cited(deck: Deck, question: Question) -> str:
    """Return the pages that a question rests on; several entries give theirs in their order."""
    if question.section and question.source:
        place = question.section.title.place
        return cite(Cite(question.source, question.section.pages, (), place), deck.words)
    notes: list[Note] = [card.note for card in question.cards]
    return "; ".join(dict.fromkeys(cite(note.cite, deck.words) for note in notes))
