"""Print a deck: turn its notes into one PDF, and into the findings that prevent it or keep cards out of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from flashgen.emit.paper.engine import Pages
from flashgen.emit.paper.faces import Faces, faces, known
from flashgen.emit.paper.finish import finished
from flashgen.emit.paper.jobs import need_engine, refusal, refused_pictures, set_pages
from flashgen.emit.paper.join import joined
from flashgen.emit.paper.pictures import for_paper
from flashgen.emit.paper.sheets.card import MERGED, Card, cards
from flashgen.emit.paper.sheets.choice import Choice, Printed, Sheets, sheet_options
from flashgen.emit.paper.sheets.choice import notes as chosen_notes
from flashgen.emit.paper.sheets.failing import failing
from flashgen.emit.paper.sheets.faults import broken, misfits, overlong, oversized, unprintable, unset
from flashgen.emit.paper.sheets.letters import bearers, lacking
from flashgen.emit.paper.sheets.listing import terms
from flashgen.emit.paper.sheets.options import SheetOptions
from flashgen.emit.paper.sheets.parts import Part, document, parts
from flashgen.errors import NothingToPrintError
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.output import Track, untracked
from flashgen.model.problem import Problem
from flashgen.render.typography import Compositor

EARLIEST = 946_684_800
"""The time that the sheets of a deck carry which was never released: the year 2000."""


def all_printed(decks: Sequence[Deck], choice: Choice, track: Track = untracked) -> Printed:
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
    """Return the sheets of some notes of a deck as a PDF, and what is wrong.

    Then the PDF is empty; with the option to skip, it is so only if nothing can be printed.

    NothingToPrintError where no note makes a card; NoEngineError where Typst is not installed; EngineError where it
    fails for a reason that is no finding.
    """
    form = options.layout.form
    taught = [Compositor(deck.words).note(note) for note in notes if not note.withdrawn]
    chosen = terms(taught) if form == "glossary" else taught
    long = overlong(chosen, options.layout) if form != "calibrate" and known(deck.fonts) else {}
    every = _cards(deck, [note for note in chosen if note.id not in long], options, track)
    if not (every or long) and form != "calibrate":
        raise NothingToPrintError(deck.name, "term" if form == "glossary" else "card")
    pictures, large = for_paper(deck.images, (name for card in every for name in sorted(card.pictures)))
    unread = {*oversized(every, large)}
    every = tuple(card for card in every if not card.pictures & large.keys())
    need_engine()
    with TemporaryDirectory(prefix="flashgen-") as folder:
        unfit: list[Problem] = []
        run = _Run(replace(deck, images=pictures), options, faces(deck.fonts, Path(folder), unfit), track)
        pdf, problems = (b"", {*unfit}) if unfit else run.result(every)
    problems |= {*long.values(), *unread, *(unprintable(every) if unfit else ())}
    return (b"" if problems and not options.skip else pdf), tuple(sorted(problems))


def _cards(deck: Deck, notes: Sequence[Note], options: SheetOptions, track: Track) -> tuple[Card, ...]:
    """Return the cards of notes; those of a test page are none."""
    if options.layout.form == "calibrate":
        return ()
    # Side by side, a text with all its gaps is one row; cut into cards, each gap is a question of its own.
    merged = MERGED if options.layout.form in ("list", "glossary") else ""
    return tuple(cards(deck, track(notes, "laying out cards"), options.cloze or merged))


@dataclass(frozen=True, slots=True)
class _Found:
    """What is wrong with documents, and the cards that have to be left out for it."""

    problems: set[Problem] = field(default_factory=set)
    cards: set[Card] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of the engine for a deck, in some fonts."""

    deck: Deck
    options: SheetOptions
    faces: Faces
    track: Track

    def result(self, cards: tuple[Card, ...]) -> tuple[bytes, set[Problem]]:
        """Return cards as a PDF, and what is wrong; to skip what is, they are set again without it."""
        problems = set[Problem]()
        while parts_of := tuple(parts(self.deck, cards, self.options)):
            made = self.made(parts_of)
            found = self.found(parts_of, made)
            problems |= found.problems
            if not found.problems:
                pdf = joined([pages.pdf for pages in made], self.track)
                return finished(pdf, parts_of[0][0].duplex), problems
            if not (self.options.skip and found.cards):
                break
            cards = tuple(card for card in cards if card not in found.cards)
        return b"", problems

    def made(self, parts: Sequence[Part]) -> list[Pages]:
        """Return the pages of each document."""
        documents = [document for document, _ in parts]
        pictures = self.pictures([card for _, cards in parts for card in cards])
        setting = set_pages(documents, pictures, self.time, self.faces)
        return [pages for _, pages in zip(self.track(parts, "setting cards"), setting, strict=True)]

    def found(self, parts: Sequence[Part], made: Sequence[Pages]) -> _Found:
        """Return what is wrong with documents; EngineError as `failing`."""
        found = _Found()
        for (_, on_it), pages in zip(parts, made, strict=True):
            for card in on_it:
                if faults := {*unprintable([card])}:
                    _add(found, faults, {card})
            _add(found, misfits(on_it, pages), {on_it[over.card] for over in pages.overflows})
            if pages.refused:
                self.add_refused(found, on_it, pages.refused)
        cards = [card for _, on_it in parts for card in on_it]
        letters = [*dict.fromkeys(letter for pages in made for letter in pages.lacking)]
        _add(found, lacking(self.deck, cards, letters, self.options.skip), bearers(cards, letters))
        return found

    def add_refused(self, found: _Found, cards: Sequence[Card], reason: str) -> None:
        """Add what the engine refused: pictures that it cannot read, else what it cannot set of the sound cards."""
        names = [*refused_pictures(self.pictures(cards))]
        _add(found, broken(cards, names), {card for card in cards if card.pictures & {*names}})
        rest = [card for card in cards if card not in found.cards]
        if rest and not names and (len(rest) == len(cards) or self.refusal(rest)):
            refused = failing(self.deck, rest, reason, self.refusal)
            _add(found, unset(refused), {*refused})

    def refusal(self, cards: Sequence[Card]) -> str:
        """Return why the engine cannot set some cards; "" where it can."""
        alone = document(self.deck, cards, self.options)
        return refusal(alone, self.pictures(cards), self.time, self.faces)

    def pictures(self, cards: Sequence[Card]) -> dict[str, bytes]:
        """Return the pictures on cards, by their names."""
        return {name: self.deck.images[name] for card in cards for name in sorted(card.pictures)}

    @property
    def time(self) -> int:
        """The time that the sheets carry."""
        return max(self.deck.lock.newest, EARLIEST)


def _add(found: _Found, problems: Iterable[Problem], cards: set[Card]) -> None:
    found.problems.update(problems)
    found.cards.update(cards)
