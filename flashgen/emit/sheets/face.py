"""A card as values: what its two sides say, and what is known of their sizes."""

from collections.abc import Sequence

from flashgen.emit.sheets.card import Card
from flashgen.emit.sheets.code import code
from flashgen.emit.sheets.room import certain
from flashgen.emit.sheets.ties import tied
from flashgen.emit.sheets.values import Value, blocks_value, line_value, long_words
from flashgen.emit.sheets.widths import width
from flashgen.model.layout import Layout
from flashgen.model.note import Chapter
from flashgen.render.blocks import Paragraph
from flashgen.render.runs import Line, Run, line

_MM = 72 / 25.4
_EDGES = 8.0
"""What a card's edges take of it either way, in mm; text is never nearer to a cut than half of that."""

_BESIDE = 3.0
_AROUND = {"front": 23.0, "back": 32.0}
"""What a side's band, foot and the space between take of its height, in pt, where each line of them is one."""


def card_values(cards: Sequence[Card], language: str, layout: Layout, begun: str = "") -> list[Value]:
    """Return cards as values; the first of each chapter says so, unless the chapter has begun before."""
    bands: dict[str, Line] = {}
    made = []
    for place, card in enumerate(cards):
        first = card.chapter.stem not in (begun, *bands)
        band = bands.setdefault(card.chapter.stem, chapter_line(card.chapter, language))
        made.append({"place": place, "first": first, **_card_value(card, band, layout)})
    return made


def chapter_line(chapter: Chapter, language: str) -> Line:
    """Return the number and the title of a chapter."""
    return (Run(f"{chapter.numeral} · "), *line(chapter.title, language))


def _card_value(card: Card, band: Line, layout: Layout) -> Value:
    drawn, side = code(card.url) if card.url else (None, 0.0)
    inner = layout.card[0] - _EDGES if layout.form != "list" else layout.card[0] * 0.4
    beside = inner - side - _BESIDE if drawn else inner
    sides = (card.prompt, card.answer, card.answers, card.extra)
    prompt, answer, answers, extra = (tied(blocks, beside) for blocks in sides)
    asides = (Paragraph((Run(card.question),)), Paragraph(card.hint))
    front = [(prompt, 1.0), (tuple(aside for aside in asides if aside.runs[:1] not in ((), (Run(""),))), 0.7)]
    back = [(answer, 1.0), (extra, 0.85)]
    foot = (Paragraph((Run(card.id),)), Paragraph((Run(card.cite),)))
    value: Value = {
        "id": card.id,
        "question": card.question,
        "prompt": blocks_value(prompt),
        "hint": line_value(card.hint),
        "answer": blocks_value(answer),
        "answers": blocks_value(answers),
        "extra": blocks_value(extra),
        "cite": card.cite,
        "url": card.url,
        "code": drawn,
        "side": side,
        "band": line_value(band),
    }
    known = _is_one_line(band, inner) and _is_one_line(foot[0].runs, beside) and _is_one_line(foot[1].runs, beside)
    for name, parts, across in (("front", front, inner), ("back", back, beside)):
        down = (layout.card[1] - _EDGES) * _MM - _AROUND[name]
        value[f"certain-{name}"] = certain(parts, across * _MM, down, name) if known else 0
        value[f"long-{name}"] = long_words(tuple(block for blocks, _ in parts for block in blocks), beside)
    value["long-back"] = long_words((*answer, *answers, *extra), beside)
    return value | {"long-foot": long_words(foot, beside), "long-band": long_words((Paragraph(band),), inner)}


def _is_one_line(runs: Line, room: float) -> bool:
    """Tell whether small print fits in one line that wide, in mm."""
    return width("".join(run.words for run in runs), bold=True) * 7.5 < (room - 4) * _MM
