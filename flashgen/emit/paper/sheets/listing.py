"""Documents to read rather than cut: prompts beside their answers, and a glossary."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from unicodedata import normalize

from flashgen.emit.paper.document import Document, head
from flashgen.emit.paper.room import Part
from flashgen.emit.paper.sheets.card import Card
from flashgen.emit.paper.sheets.face import card_values, is_sure
from flashgen.emit.paper.sheets.measures import MM
from flashgen.emit.paper.ties import tied
from flashgen.emit.paper.values import Value, line_value, long_words
from flashgen.model.deck import Deck
from flashgen.model.layout import Layout
from flashgen.model.note import Note
from flashgen.model.text import Text
from flashgen.model.tier import CORE
from flashgen.render.blocks import Paragraph, lines, paragraphs
from flashgen.render.citation import cited_sources
from flashgen.render.cite import cite, located
from flashgen.render.inline import Run
from flashgen.render.runs import Line, line

_COLUMN, _SIZE = 80.0, 9.5
"""The width of a column of the glossary in mm, and the size of its text in pt."""

_SHORT, _LINE = 700, 40
"""So many letters fit on half a page in any script, where each line has room for so many."""

_SHARES, _GAP, _CORE, _ASIDE = (0.56, 0.44), 3.0, 13.0, 7.5
"""The shares of a list's columns, the room between them and the width of the mark of the core in mm; asides in pt."""

GLOSSED = ("Term", "Script", "Means")
"""The fields of a note that a glossary can show."""


def are_mixed(cards: Sequence[Card]) -> bool:
    """Tell whether some cards are of the core and some are not: then the first need a mark."""
    return len({card.note.tier == CORE for card in cards}) > 1


def table(deck: Deck, cards: Sequence[Card], layout: Layout, marked: bool) -> Document:
    """Return the document of cards as a table for each chapter, those of the core perhaps `marked`."""
    halves = [(layout.card[0] - _CORE * marked) * share - _GAP for share in _SHARES]
    shown = [_tied(card, halves) if is_sure(card, deck) else card for card in cards]
    values = [
        value | {"short": _is_short(card, value)}
        for card, value in zip(cards, card_values(shown, deck, layout), strict=True)
    ]
    places = groupby(range(len(cards)), key=lambda place: cards[place].chapter.stem)
    groups = [_group([*of], values) for _, of in places]
    return Document(
        "sheets/templates/list.typ",
        head(deck, layout)
        | _area(layout)
        | {"cards": values, "groups": groups, "halves": halves}
        | _core(cards, marked),
        "Simplex",
        numbers=True,
    )


def _tied(card: Card, halves: Sequence[float]) -> Card:
    """Return a card with the last words of its texts tied, for columns so wide in mm."""
    asked, told = (half * MM for half in halves)
    return replace(
        card,
        prompt=tied(Part(card.prompt), _SIZE, asked),
        answers=tied(Part(card.answers), _SIZE, told),
        extra=tied(Part(card.extra), _ASIDE, told),
    )


def _is_short(card: Card, value: Value) -> bool:
    """Tell whether a row certainly fits on a page, so that the engine need not measure it."""
    found = [*lines((*card.prompt, *card.answers, *card.extra)), (Run(card.question),), card.hint, (Run(card.cite),)]
    letters = sum(len(run.words) for runs in found for run in runs) + _LINE * len(found)
    is_long = any(value[f"long-{part}"] for part in ("front", "back", "foot"))
    return letters <= _SHORT and not (is_long or card.pictures)


def _core(cards: Sequence[Card], marked: bool) -> Value:
    """Return the places of the cards of the core."""
    return {"marked": marked, "core": [place for place, card in enumerate(cards) if card.note.tier == CORE]}


def _group(places: Sequence[int], values: Sequence[Value]) -> Value:
    first = values[places[0]]
    return {"place": places[0], "cards": places, "band": first["band"], "long-band": first["long-band"]}


def _area(layout: Layout) -> Value:
    return {"corner": layout.corner, "area": layout.card}


def terms(notes: Sequence[Note]) -> list[Note]:
    """Return the notes that a glossary lists, in alphabetical order."""
    found = [note for note in notes if note.type.fields == GLOSSED]
    return sorted(found, key=lambda note: (_key(note), note.id))


def _key(note: Note) -> str:
    """Return by what a term is sorted: its letters, without case, accents and marks."""
    term = note.fields[0]
    plain = normalize("NFD", term.words.casefold()) if term else ""
    return "".join(letter for letter in plain if letter.isalnum() or letter == " ").strip()


def glossary(deck: Deck, cards: Sequence[Card], layout: Layout, marked: bool) -> Document:
    """Return the document of terms in alphabetical order, under their letters; each may have several cards.

    Those of the core are perhaps `marked`.
    """
    first = {card.note.id: place for place, card in reversed([*enumerate(cards)])}
    places = groupby(sorted(first.values()), key=lambda place: _key(cards[place].note)[:1].upper())
    letters = [{"name": name, "terms": [_term(cards[place].note, place, deck) for place in of]} for name, of in places]
    values = head(deck, layout, deck.words.sheet_glossary) | _area(layout) | {"letters": letters}
    cited = line_value(line(cited_sources(deck.sources, deck.words), deck.term_language))
    return Document("sheets/templates/glossary.typ", values | {"cited": cited} | _core(cards, marked), "Simplex", True)


def _term(note: Note, place: int, deck: Deck) -> Value:
    term, script, means = (_line(text, deck.term_language) for text in note.fields)
    return {
        "place": place,
        "term": line_value(term),
        "script": line_value(script),
        "means": line_value(means),
        "pages": _pages(note, deck),
        "long": long_words((Paragraph((*term, *script, *means)),), _COLUMN, _SIZE),
    }


def _pages(note: Note, deck: Deck) -> str:
    """Return the pages that a term rests on, with their source if the deck has several."""
    if len(deck.sources) > 1:
        return cite(note.cite, deck.words)
    return located(note.cite.source, note.cite.pages, deck.words).replace(" ", "\u00a0", 1) if note.cite.pages else ""


def _line(text: Text | None, language: str) -> Line:
    """Return a text as one line; what are lines of its own are parted by semicolons."""
    if not (text and text.has_blocks):
        return line(text, language)
    first, *more = [*lines(paragraphs(text, language))] or [()]
    return (*first, *[run for runs in more for run in (Run("; "), *runs)])
