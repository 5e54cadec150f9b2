"""Print exam papers: each one and its key as PDFs, or all the findings that prevent it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from flashgen.emit.paper.document import Document
from flashgen.emit.paper.engine import Pages
from flashgen.emit.paper.exam.document import asked, document
from flashgen.emit.paper.exam.item import Item, items
from flashgen.emit.paper.exam.sitting import Sitting
from flashgen.emit.paper.faces import faces
from flashgen.emit.paper.finish import finished
from flashgen.emit.paper.jobs import need_engine, refusal, refused_pictures, set_pages
from flashgen.emit.paper.pictures import for_paper
from flashgen.emit.paper.sheets.card import Card
from flashgen.emit.paper.sheets.failing import failing
from flashgen.emit.paper.sheets.faults import broken, misfits, oversized, unprintable, unset
from flashgen.emit.paper.sheets.layouts import layout
from flashgen.emit.paper.sheets.letters import lacking
from flashgen.emit.paper.sheets.listing import table
from flashgen.emit.paper.sheets.printed import EARLIEST
from flashgen.model.deck import Deck
from flashgen.model.layout import Size
from flashgen.model.output import Track, untracked
from flashgen.model.problem import Problem
from flashgen.render.typography import Compositor
from flashgen.study.paper.papers import PaperWish, papers

Sat = tuple[Sequence[Item], Sitting]
"""The questions of a paper, and what it is."""


def sat(deck: Deck, wish: PaperWish, sittings: Sequence[Sitting]) -> list[Sat]:
    """Return the questions of papers as they stand on them, for a sitting each; errors as `papers`."""
    deck = replace(deck, notes=tuple(map(Compositor(deck.words).note, deck.notes)))
    return [(items(deck, paper), sitting) for paper, sitting in zip(papers(deck, wish), sittings, strict=True)]


def printed(
    deck: Deck, exams: Sequence[Sat], page: Size, track: Track = untracked
) -> tuple[list[tuple[bytes, bytes]], tuple[Problem, ...]]:
    """Return each paper and its key as PDFs, and what is wrong: then there are none.

    NoEngineError where Typst is not installed; EngineError where it fails for a reason that is no finding.
    """
    need_engine()
    cards = [face for items, _ in exams for item in items for face in item.faces]
    pictures, large = for_paper(deck.images, (name for card in cards for name in sorted(card.pictures)))
    problems = [*unprintable(cards), *oversized(cards, large)]
    if large:  # the engine cannot set what shows them
        return [], tuple(sorted({*problems}))
    wanted = [document(deck, items, sitting, page, key) for items, sitting in exams for key in (False, True)]
    made = _set(deck, wanted, pictures, track, problems)
    for place, pages in enumerate(made):  # without its fonts, nothing was made
        fronts = [item.faces[0] for item in asked(exams[place // 2][0])]
        problems += misfits(fronts, pages, "shorten its longest words, or divide them with spaces")
        problems += lacking(deck, cards, pages.lacking)
    if reason := next((pages.refused for pages in made if pages.refused), ""):
        problems += _refused(deck, tuple(dict.fromkeys(cards)), pictures, reason)
    if problems:
        return [], tuple(sorted({*problems}))
    pdfs = [finished(pages.pdf, wanted[0].duplex) for pages in made]
    return [*zip(pdfs[::2], pdfs[1::2], strict=True)], ()


def _refused(deck: Deck, cards: Sequence[Card], pictures: dict[str, bytes], reason: str) -> list[Problem]:
    """Return what the engine refused: pictures that it cannot read, else cards in a list; EngineError as `failing`."""

    def why(some: Sequence[Card]) -> str:
        return refusal(table(deck, some, layout("list"), False), pictures, EARLIEST)

    return [*broken(cards, tuple(refused_pictures(pictures)))] or [*unset(failing(deck, cards, reason, why))]


def _set(
    deck: Deck, wanted: Sequence[Document], pictures: dict[str, bytes], track: Track, problems: list[Problem]
) -> list[Pages]:
    """Return the pages of documents; where a font is no good, none, and the reasons join the problems."""
    with TemporaryDirectory(prefix="flashgen-") as folder:
        set_in = faces(deck.fonts, Path(folder), problems)
        if problems:
            return []
        setting = set_pages(wanted, pictures, max(deck.lock.newest, EARLIEST), set_in)
        return [pages for _, pages in zip(track(wanted, "setting papers"), setting, strict=True)]
