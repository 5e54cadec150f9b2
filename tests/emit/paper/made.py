"""Sheets to be looked at: the hardest cards of the shipped deck, and harder ones of our own."""

import struct
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from flashgen.emit.paper.document import Document
from flashgen.emit.paper.finish import finished
from flashgen.emit.paper.jobs import set_pages
from flashgen.emit.paper.sheets.card import Card, cards
from flashgen.emit.paper.sheets.layouts import layout
from flashgen.emit.paper.sheets.options import SheetOptions
from flashgen.emit.paper.sheets.sheet import sheets
from flashgen.model.deck import Deck
from flashgen.model.source import LinkTemplate
from flashgen.pipeline import read_decks
from tests.conftest import DECK, SOURCE, Project, with_source
from tests.emit.paper.checks import Printed

SHIPPED = Path(__file__).parents[3]
FONTS = Path(__file__).parent / "fonts"
"""Small fonts of other scripts."""

LINK = "links:\n  print: https://example.org/t/{id}\n"


def png(width: int, height: int) -> bytes:
    """Return a picture of one grey."""
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    made = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


HARD = r"""
  - id: stressed
    term: barshchina
    script: ба́рщина, трудоде́нь и крепостни́чество
    means: "*the* **corvée**: `three days` of [work](https://example.org/a/very-long-address/of?the=corvée)"
    page: 96
  - id: long-word
    ask: What is the longest word that anyone wrote in this margin?
    answer: Donaudampfschifffahrtselektrizitätenhauptbetriebswerk
    page: 97
  - id: formulas
    cloze: 'Grain at \( \frac{p_1}{\sqrt{q^2}} \times \text{quota} \) gives {{\( \sum_{i=1}^{n} x_i \)::a sum}}.'
    page: 97
  - id: all-in-extra
    ask: Which marks may stand in an extra?
    answer: all of *these*
    page: 97-98
    note: 48
    hint: there are many
    extra: |
      - **bold** and *thin*
      - `code` with \( a \le b \)

      ![the estate, in grey](estate.png)
  - id: hostile
    ask: '#read("/etc/passwd") \$x\$ \<b>bold\</b> #let x = 1; *not* \_emphasis\_ = Heading @label // comment'
    answer: 'a #panic() b \\ c "quoted" [brackets] ~ --- ... ''quotes'' #{ } $ $'
    page: 96
"""


def project_at(folder: Path, entries: str = HARD, link: str = LINK) -> Project:
    """Return a project with hard entries, an image, and a link for paper."""
    made = Project(folder)
    made.write("source/tucker-1999.yaml", SOURCE + link)
    made.write("decks/small/deck.yaml", DECK)
    made.write("decks/small/estate.png", png(60, 40))
    made.entries(entries)
    return made


def shipped() -> Deck:
    """Return the shipped deck, with a link for paper."""
    (deck,), problems = read_decks(SHIPPED, ())
    assert problems == ()
    return with_source(deck, print=LinkTemplate(("https://example.org/tucker/", "id", "")))


@cache
def hardest() -> tuple[Card, ...]:
    """Return the cards of the shipped deck with the longest front, back, list, word and Cyrillic."""
    deck = shipped()
    every = list(cards(deck, deck.notes))
    measures: Sequence[Callable[[Card], Any]] = (
        lambda card: len(str(card.prompt)),
        lambda card: len(str(card.answer)) + len(str(card.extra)),
        lambda card: len(str(card.prompt)) if card.note.type.name == "List" else 0,
        lambda card: max(len(word) for text in card.note.fields if text for word in text.words.split()),
        lambda card: sum("\u0400" < letter < "\u0500" for text in card.note.fields if text for letter in text.words),
        lambda card: len(card.chapter.title.words),
        lambda card: len(card.id),
    )
    return tuple(dict.fromkeys(max(every, key=measure) for measure in measures))


def made(
    deck: Deck, cards: Sequence[Card], asked: SheetOptions, change: Callable[[dict[str, Any]], None] = lambda _: None
) -> Printed:
    """Return cards as printed; `change` may spoil the document before it is set."""
    document = sheets(deck, cards, asked)
    values = dict(document.values)
    change(values)
    (pages,) = set_pages([Document(document.template, values, document.duplex)], deck.images, 1_000_000_000)
    assert (pages.overflows, pages.lacking, pages.refused) == ((), (), "")
    return Printed(finished(pages.pdf, document.duplex), cards, asked.layout, asked.flip)


def asked(name: str, **how: Any) -> SheetOptions:
    """Return what is asked by a layout's name."""
    return SheetOptions(layout(name), **how)


def sides_of(deck: Deck) -> tuple[str, str]:
    """Return what a deck's sheets call their sides."""
    return deck.words.sheet_front, deck.words.sheet_back
