"""Turn a card into values: the text of its two sides and what is known of their sizes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from flashgen.emit.paper.code import LONGEST, code
from flashgen.emit.paper.faces import known
from flashgen.emit.paper.room import READABLE, SMALLEST, certain, excess
from flashgen.emit.paper.sheets.card import Card
from flashgen.emit.paper.ties import tied
from flashgen.emit.paper.typography import EUROPEAN, typography
from flashgen.emit.paper.values import Value, blocks_value, line_value, long_words
from flashgen.emit.paper.widths import width
from flashgen.model.deck import Deck
from flashgen.model.layout import Layout
from flashgen.model.note import Chapter
from flashgen.model.text import Text
from flashgen.render.blocks import Paragraph
from flashgen.render.inline import Run
from flashgen.render.runs import Line, line

_MM = 72 / 25.4
_EDGES = 8.0
"""What a card's edges take of it either way, in mm; text is never nearer to a cut than half of that."""

_BESIDE = 3.0
_AROUND = {"front": 23.0, "back": 32.0}
"""What a side's band, foot and the space between take of its height, in pt, where each line of them is one."""

_MANY = 10
"""A note with more cards has even small sizes worked out here: the engine would measure the same text for each."""


def card_values(cards: Sequence[Card], deck: Deck, layout: Layout, begun: str = "") -> list[Value]:
    """Return cards as values; the first of each chapter says so, unless the chapter has begun before."""
    bands: dict[str, Line] = {}
    siblings = Counter(card.note.id for card in cards)
    values = []
    for place, card in enumerate(cards):
        first = card.chapter.stem not in (begun, *bands)
        band = bands.setdefault(card.chapter.stem, chapter_line(card.chapter, deck.term_language))
        least = SMALLEST if siblings[card.note.id] > _MANY else READABLE
        spoken = typography(card.note.language or deck.language)
        sure = known(deck.fonts) and spoken["fonts"] == EUROPEAN
        values.append(
            {
                "place": place,
                "first": first,
                "language": spoken,
                **_card_value(card, band, layout, least if sure else 0),
            }
        )
    return values


def over(text: Text, layout: Layout) -> float:
    """Return a lower bound, in mm, on how far a text exceeds any card of a layout; 0 if it may fit."""
    cut = layout.form in ("cards", "fold")
    across, down = ((side - (_EDGES if cut else 0)) * _MM for side in layout.card)
    return excess(text.words, across, down - (_AROUND["front"] if cut else 0)) / _MM


def chapter_line(chapter: Chapter, language: str) -> Line:
    """Return the number and the title of a chapter."""
    return (Run(chapter.lead), *line(chapter.title, language))


def _card_value(card: Card, band: Line, layout: Layout, least: float) -> Value:
    drawn, side = code(card.url) if 0 < len(card.url) <= LONGEST else (None, 0.0)
    inner = layout.card[0] - _EDGES if layout.form != "list" else layout.card[0] * 0.4
    beside = inner - side - _BESIDE if drawn else inner
    prompt = tied(card.prompt, inner)
    answer, answers, extra = (tied(blocks, beside) for blocks in (card.answer, card.answers, card.extra))
    shown = replace(card, prompt=prompt, answer=answer, answers=answers, extra=extra)
    value: Value = {name: blocks_value(getattr(shown, name)) for name in ("prompt", "answer", "answers", "extra")}
    value |= {name: getattr(card, name) for name in ("id", "question", "cite", "url")}
    value |= {"hint": line_value(card.hint), "band": line_value(band), "code": drawn, "side": side}
    return value | _sizes(shown, band, layout, inner, beside, least)


def _sizes(card: Card, band: Line, layout: Layout, inner: float, beside: float, least: float) -> Value:
    """Return what is known of a card's sizes, given the widths of its front and back in mm.

    `least` is the smallest size that is worked out here; 0 leaves all to the engine.
    """
    asides = tuple(Paragraph(runs) for runs in ((Run(card.question),), card.hint) if any(run.words for run in runs))
    title, *foot = (Paragraph(runs) for runs in (band, (Run(card.id),), (Run(card.cite),)))
    small = _is_one_line(band, inner) and all(_is_one_line(note.runs, beside) for note in foot)
    sides = {
        "front": ([(card.prompt, 1.0), (asides, 0.7)], inner),
        "back": ([(card.answer, 1.0), (card.extra, 0.85)], beside),
    }
    value: Value = {
        "long-front": long_words((*card.prompt, *asides), inner),
        "long-back": long_words((*card.answer, *card.answers, *card.extra), beside),
        "long-foot": long_words(tuple(foot), beside),
        "long-band": long_words((title,), inner),
    }
    for name, (parts, across) in sides.items():
        down = (layout.card[1] - _EDGES) * _MM - _AROUND[name]
        value[f"certain-{name}"] = certain(parts, across * _MM, down, name, least) if small and least else 0
        value[f"around-{name}"] = _AROUND[name]
    return value


def _is_one_line(runs: Line, room: float) -> bool:
    """Tell whether small print fits in one line that wide, in mm."""
    return width("".join(run.words for run in runs), bold=True) * 7.5 < (room - 4) * _MM
