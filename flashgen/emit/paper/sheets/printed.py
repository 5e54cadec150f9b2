"""Print a deck: turn its notes into one PDF, or into all the findings that prevent it."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

from flashgen.emit.paper.document import Document
from flashgen.emit.paper.engine import Pages
from flashgen.emit.paper.faces import faces, known
from flashgen.emit.paper.finish import finished
from flashgen.emit.paper.jobs import CARDS, need_engine, refused_pictures, set_pages
from flashgen.emit.paper.join import joined
from flashgen.emit.paper.sheets.calibrate import calibration
from flashgen.emit.paper.sheets.card import MERGED, Card, cards
from flashgen.emit.paper.sheets.choice import Choice, Sheets, sheet_options
from flashgen.emit.paper.sheets.choice import notes as chosen_notes
from flashgen.emit.paper.sheets.faults import broken, misfits, overlong, unprintable
from flashgen.emit.paper.sheets.letters import lacking
from flashgen.emit.paper.sheets.listing import glossary, table, terms
from flashgen.emit.paper.sheets.options import SheetOptions
from flashgen.emit.paper.sheets.sheet import dealt, sheets
from flashgen.errors import EngineError, NothingToPrintError
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.output import Track, untracked
from flashgen.model.problem import Problem
from flashgen.render.typography import Compositor

EARLIEST = 946_684_800
"""The time that the sheets of a deck carry which was never released: the year 2000."""

Part = tuple[Document, tuple[Card, ...]]
"""A document, and the cards that are on it, in its order."""


def all_printed(
    decks: Sequence[Deck], choice: Choice, track: Track = untracked
) -> tuple[list[Sheets], tuple[Problem, ...]]:
    """Return the sheets of each deck, and what is wrong with any.

    NoSuchLayoutError or NoSuchTagError where nothing has that name; NothingToPrintError for a deck without cards;
    OneSidedError for what only paper with two sides has; NoEngineError where Typst is not installed.
    """
    made, problems = list[Sheets](), list[Problem]()
    for deck in decks:
        if options := sheet_options(deck, choice, problems):
            pdf, found = printed(deck, chosen_notes(deck, choice), options, track)
            made.append((deck, pdf))
            problems += found
    return made, tuple(sorted(problems))


def printed(
    deck: Deck, notes: Sequence[Note], options: SheetOptions, track: Track = untracked
) -> tuple[bytes, tuple[Problem, ...]]:
    """Return the sheets of some notes of a deck as a PDF, and what is wrong: then the PDF is empty.

    NothingToPrintError where no note makes a card; NoEngineError where Typst is not installed; EngineError where it
    fails for a reason that is no finding.
    """
    taught = [Compositor(deck.words).note(note) for note in notes if not note.withdrawn]
    chosen = terms(taught) if options.layout.form == "glossary" else taught
    long = overlong(chosen, options.layout) if options.layout.form != "calibrate" and known(deck.fonts) else {}
    parts = tuple(_parts(deck, [note for note in chosen if note.id not in long], options, track))
    every = [card for _, cards in parts for card in cards]
    if not (every or long) and options.layout.form != "calibrate":
        raise NothingToPrintError(deck.name, "term" if options.layout.form == "glossary" else "card")
    pictures = {name: deck.images[name] for card in every for name in sorted(card.pictures)}
    unfit: list[Problem] = []
    made = list(_set(deck, parts, pictures, track, unfit))
    problems = {*unfit, *long.values(), *unprintable(every), *_problems(deck, parts, made, pictures)}
    if problems:
        return b"", tuple(sorted(problems))
    if any(pages.refused for pages in made):
        raise EngineError(deck.name)
    return finished(joined([pages.pdf for pages in made], track), parts[0][0].duplex), ()


def _set(
    deck: Deck, parts: Sequence[Part], pictures: Mapping[str, bytes], track: Track, problems: list[Problem]
) -> Iterator[Pages]:
    """Yield the pages of each document; where a font is no good, none, and the reasons join the problems."""
    need_engine()
    with TemporaryDirectory(prefix="flashgen-") as folder:
        set_in = faces(deck.fonts, Path(folder), problems)
        if problems:
            return
        setting = set_pages([document for document, _ in parts], pictures, max(deck.lock.newest, EARLIEST), set_in)
        yield from (pages for _, pages in zip(track(parts, "setting cards"), setting, strict=True))


def _parts(deck: Deck, notes: Sequence[Note], options: SheetOptions, track: Track) -> Iterator[Part]:
    """Yield the documents to be set: many cards make several, because the engine needs memory for each."""
    layout = options.layout
    if layout.form == "calibrate":
        yield calibration(deck, options), ()
        return
    # Side by side, a text with all its gaps is one row; cut into cards, each gap is a question of its own.
    every = tuple(
        cards(
            deck,
            track(notes, "laying out cards"),
            options.cloze or (MERGED if layout.form in ("list", "glossary") else ""),
        )
    )
    if not every:
        return
    if layout.form == "glossary":
        yield glossary(deck, every, layout), every
    elif layout.form == "list":
        yield table(deck, every, layout), every
    else:
        size = max(CARDS // layout.per_sheet, 1) * layout.per_sheet
        places, total = dealt(every, options), ceil(len(every) / layout.per_sheet)
        for first in range(0, len(places), size):
            some = places[first : first + size]
            yield sheets(deck, some, options, first // layout.per_sheet, total), tuple(card for card in some if card)


def _problems(
    deck: Deck, parts: Sequence[Part], made: Sequence[Pages], pictures: Mapping[str, bytes]
) -> Iterator[Problem]:
    """Yield the findings of the engine."""
    for (_, on_it), pages in zip(parts, made, strict=False):  # without its fonts, nothing was made
        yield from misfits(on_it, pages)
        yield from lacking(deck, on_it, pages.lacking)
        if pages.refused:
            yield from broken(on_it, tuple(refused_pictures(pictures)))
