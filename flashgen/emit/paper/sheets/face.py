"""Turn a card into values: the text of its two sides and what is known of their sizes."""

from collections.abc import Sequence
from dataclasses import replace

from flashgen.emit.paper.breaking import parted
from flashgen.emit.paper.code import LONGEST, code
from flashgen.emit.paper.excess import excess
from flashgen.emit.paper.faces import known
from flashgen.emit.paper.room import Cut, Part, Room, fit
from flashgen.emit.paper.sheets.card import Card
from flashgen.emit.paper.sheets.measures import MM, Measures, measures
from flashgen.emit.paper.ties import tied
from flashgen.emit.paper.typography import EUROPEAN, typography
from flashgen.emit.paper.values import Value, blocks_value, line_value, long_words, plain_value
from flashgen.emit.paper.widths import width
from flashgen.model.deck import Deck
from flashgen.model.layout import Layout
from flashgen.model.note import Chapter
from flashgen.model.text import Text
from flashgen.render.blocks import Blocks, Paragraph, Rows, lines, picture_names
from flashgen.render.inline import Run
from flashgen.render.runs import Line, line

_GAP, _BESIDE, _PAD = 2.5 + 3.1, 3.0, 1.6
"""The room above and below a text, that beside its QR code, and that beside the words of its band, in mm."""

_LINE, _PADS, _CITE = 0.66, 2.2, 4.5
"""The height of a line of small print in ems, of a band without its line in mm, and the room below a cite in pt."""

_ASKED, _ASIDE = 0.7, 0.75
"""The sizes of questions and hints, and of extras, relative to that of the text."""

_BELOW_QUESTION, _ABOVE_HINT, _ABOVE_EXTRA, _BAR = 6.0, 8.0, 9.0, 2.2
"""The room beside these in pt, and that for the bar beside an extra in mm."""

_TOLD = ("answer", "extra")
"""The parts of a back."""

_BAND, _FOOT, _ID = 7.5, 6.5, 6.0
"""Sizes of small print in pt, on a card of the usual size."""


def card_values(cards: Sequence[Card], deck: Deck, layout: Layout) -> list[Value]:
    """Return cards as values."""
    bands: dict[str, Line] = {}
    values, of = [], measures(layout)
    for place, card in enumerate(cards):
        band = bands.setdefault(card.chapter.stem, chapter_line(card.chapter, deck.term_language))
        spoken = typography(card.note.language or deck.language)
        sure = layout.form != "list" and is_sure(card, deck)
        values.append({"place": place, "language": spoken, **_card_value(card, band, of, sure)})
    return values


def is_sure(card: Card, deck: Deck) -> bool:
    """Tell whether the widths of a card's letters are known, if they are European."""
    return known(deck.fonts) and typography(card.note.language or deck.language)["fonts"] == EUROPEAN


def over(text: Text, layout: Layout) -> float:
    """Return a lower bound, in mm, on how far a text exceeds any card of a layout; 0 if it may fit."""
    if layout.form in ("cards", "fold"):
        of = measures(layout)
        return excess(text.words, of.inner[0] * MM, _room(of, "front", 0)) / MM
    return excess(text.words, layout.card[0] * MM, layout.card[1] * MM) / MM


def _room(of: Measures, side: str, code: float) -> float:
    """Return how high the text of a side can be, in pt, if each line of small print is one."""
    band = _LINE * _BAND * of.small + _PADS * MM
    foot = _LINE * _ID * of.small
    if side == "back":
        foot = max(foot + _CITE + _LINE * _FOOT * of.small, code * MM)
    return of.inner[1] * MM - band - foot - _GAP * MM


def chapter_line(chapter: Chapter, language: str) -> Line:
    """Return the number and the title of a chapter."""
    return (Run(chapter.lead), *line(chapter.title, language))


def _card_value(card: Card, band: Line, of: Measures, sure: bool) -> Value:
    """Return a card as a value; `sure` tells that the widths of its letters are known."""
    drawn, side = code(card.url) if 0 < len(card.url) <= LONGEST else (None, 0.0)
    value: Value = {name: getattr(card, name) for name in ("id", "number", "first", "url")}
    value |= {
        "cite": plain_value(card.cite),
        "hint": line_value(card.hint),
        "band": line_value(band),
        "code": drawn,
        "side": side,
    }
    value |= _sizes(card, band, of, side, sure)
    for name in ("prompt", "answer", "answers", "extra"):
        if name not in value:
            value[name] = blocks_value(getattr(card, name))
    value.setdefault("question", plain_value(card.question))
    return value


def _sizes(card: Card, band: Line, of: Measures, side: float, sure: bool) -> Value:
    """Return what is known of a card's sizes; `side` is that of its QR code in mm, if it has any."""
    asides = (*_paragraph((Run(card.question),)), *_paragraph(card.hint))
    title, *foot = (Paragraph(runs) for runs in (band, (Run(card.id),), (Run(card.cite),)))
    inner, beside = of.inner[0], of.inner[0] - (side + _BESIDE if side else 0)
    value: Value = {
        "long-front": long_words((*card.prompt, *asides), inner, of.front),
        "long-back": long_words((*card.answer, *card.answers, *card.extra), inner, of.front),
        "long-foot": long_words(tuple(foot), beside, of.front),
        "long-band": long_words((title,), inner, of.front),
        "pictures-front": len([*picture_names(card.prompt)]),
        "pictures-back": len([*picture_names((*card.answer, *card.extra))]),
    }
    small = _is_one_line(band, _BAND * of.small, inner - 2 * _PAD)
    if sure and small and all(_is_one_line(note.runs, _FOOT * of.small, beside) for note in foot):
        return value | _front(card, of) | _back(card, of, side)
    return value | {"fits-front": 0, "fits-back": 0}


def _front(card: Card, of: Measures) -> Value:
    """Return what is known of the size of a front."""
    question, prompt = (
        Part(_paragraph((Run(card.question, italic=True),)), _ASKED),
        Part(card.prompt, above=_BELOW_QUESTION),
    )
    hint = Part(_paragraph(card.hint), _ASKED, _ABOVE_HINT)
    down = _room(of, "front", 0)
    across = of.inner[0] * MM
    size, _ = fit([part for part in (question, prompt, hint) if part.blocks], Room(across, down), of.front)
    value: Value = {"fits-front": size, "room-front": down}
    if not size:
        return value
    asked = "".join(run.words for runs in lines(tied(question, size, across)) for run in runs)
    return value | {"question": plain_value(asked), "prompt": blocks_value(tied(prompt, size, across))}


def _back(card: Card, of: Measures, side: float) -> Value:
    """Return what is known of the size of a back, in two parts if its last lines stand beside the QR code."""
    parts = [Part(card.answer), Part(card.extra, _ASIDE, _ABOVE_EXTRA, _BAR * MM)]
    across, down, high = of.inner[0] * MM, _room(of, "back", 0), _room(of, "back", side)
    size, cut = fit(parts, Room(across, down, across - (side + _BESIDE) * MM, high), of.back)
    if not size:
        return {"fits-back": size}
    if not cut:
        whole = (blocks_value(tied(part, size, across)) for part in parts)
        return {"fits-back": size, "room-back": high, **dict(zip(_TOLD, whole, strict=True))}
    narrow = across - (side + _BESIDE) * MM
    halves: list[Value] = [{}, {}]
    for place, (name, part) in enumerate(zip(_TOLD, parts, strict=True)):
        for half, (blocks, long) in enumerate(zip(_cut(part.blocks, cut, place), (across, narrow), strict=True)):
            halves[half][name] = _in_part(tied(replace(part, blocks=blocks), size, long))
    return {"fits-back": size, "room-back": down, **halves[0], "rest": halves[1], "gap": cut.gap}


def _cut(blocks: Blocks, cut: Cut, part: int) -> tuple[Blocks, Blocks]:
    """Return the blocks of a part in two."""
    if part != cut.part:
        return (blocks, ()) if part < cut.part else ((), blocks)
    before, block, after = blocks[: cut.block], blocks[cut.block], blocks[cut.block + 1 :]
    if not cut.count:
        return before, blocks[cut.block :]
    if isinstance(block, Rows):
        start = block.start and block.start + cut.count
        return (*before, replace(block, items=block.items[: cut.count])), (
            Rows(block.items[cut.count :], start),
            *after,
        )
    above, below = parted(block.runs, cut.count) if isinstance(block, Paragraph) else ((), ())
    return (*before, Paragraph(above)), (Paragraph(below), *after)


def _in_part(blocks: Blocks) -> list[Value]:
    """Return blocks of a back in two parts: in columns, its lists would be read in a wrong order."""
    return [value | ({"parted": True} if "rows" in value else {}) for value in blocks_value(blocks)]


def _paragraph(runs: Line) -> Blocks:
    """Return runs as blocks: none without words."""
    return (Paragraph(runs),) if any(run.words for run in runs) else ()


def _is_one_line(runs: Line, size: float, room: float) -> bool:
    """Tell whether small print fits in one line that wide, in mm."""
    return width("".join(run.words for run in runs), bold=True) * size < (room - 1) * MM
