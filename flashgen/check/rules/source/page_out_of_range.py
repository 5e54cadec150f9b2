"""A page or footnote that the source does not have.

Nobody could look the fact up (Wozniak, rule 18: provide sources). A footnote must be on the cited page.

Wrong:

    ask: Who said that the state swelled up?
    answer: Kliuchevsky
    page: 1998

Right:

    ask: Who said that the state swelled up?
    answer: Kliuchevsky
    page: 98
"""

from collections.abc import Iterator

from flashgen.check.rule import Rule
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.source import Source, Span


def _check(deck: Deck) -> Iterator[Problem]:
    span = deck.source.span
    for note in (note for note in deck.notes if span and note.cite.pages):
        if note.cite.footnotes or note.cite.pages not in span:
            yield from _problems(note, deck.source, span)


def _problems(note: Note, source: Source, span: Span) -> Iterator[Problem]:
    pages, footnotes = note.cite.pages, note.cite.footnotes
    if pages not in span:
        hint = f"its pages run from {span.first} to {span.last}"
        yield Problem(note.cite.place, "page-out-of-range", f"{source.label} has no page {pages}", hint)
    elif footnotes and not source.footnotes(pages) >= set(range(footnotes.first, footnotes.last + 1)):
        numbers = ", ".join(map(str, sorted(source.footnotes(pages)))) or "none"
        message = f"footnote {footnotes} is not on page {pages}"
        yield Problem(note.cite.footnotes_place, "page-out-of-range", message, f"footnotes there: {numbers}")


PAGE_OUT_OF_RANGE = Rule("page-out-of-range", _check, vital=True)
