"""Words that are not on the cited page: a quotation, a term, a name, a year or a number.

A learner who looks the words up does not find them, and cannot tell whether the deck or the memory is wrong (Wozniak,
rule 18: provide sources). This rule needs your own copy of the text: `flashgen check --text PATH`.

Wrong:

    ask: Whose formula is "the state swelled up"?
    answer: Kliuchevsky's
    page: 96

Right:

    ask: Whose formula is "the state swelled up"?
    answer: Kliuchevsky's
    page: 98
"""

from collections.abc import Iterator, Sequence

from flashgen.check.lookups import Lookup, lookups
from flashgen.check.rule import Rule
from flashgen.model.copy import Copy
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.source import Span
from flashgen.render.cite import counted, located


def _check(deck: Deck) -> Iterator[Problem]:
    if not deck.copies:
        return
    for note, checked in lookups(deck):
        if copy := deck.copies.get(checked.source):
            failing = [lookup for lookup in checked.each if lookup.fails(copy)]
            others = [lookup for lookup in checked.each if lookup not in failing] if failing else []
            yield from (_problem(note, lookup, others, copy) for lookup in failing)


def _problem(note: Note, lookup: Lookup, others: Sequence[Lookup], copy: Copy) -> Problem:
    message = f'"{lookup.words}" is not on {located(note.cite.source, note.cite.pages)}'
    return Problem(lookup.text.place, "not-on-page", message, _hint(note, lookup, others, copy), words=lookup.words)


def _hint(note: Note, lookup: Lookup, others: Sequence[Lookup], copy: Copy) -> str:
    """Return a hint that keeps the other words of the note on a cited page."""
    pages, source, cited = lookup.found_on(copy), note.cite.source, note.cite.pages
    if not pages:
        return "correct it: it is on no page of your copy"
    shared = [page for page in pages if all(page in other.found_on(copy) for other in others)]
    if shared or not cited:
        return f"found on {counted(source.locator, ', '.join(shared or pages))}: cite that {source.locator}"
    found, others_on = counted(source.locator, pages[0]), f"other words of the entry on {located(source, cited)}"
    numbers = source.numbers(cited)
    for page in pages:
        if (number := source.places[page]) in (numbers[0] - 1, numbers[-1] + 1):
            wider = located(source, (Span(min(number, numbers[0]), max(number, numbers[-1])),))
            return f"found on {counted(source.locator, page)}, {others_on}: cite {wider}"
    return f"found on {found}, {others_on}: write ({found}) after it"


NOT_ON_PAGE = Rule("not-on-page", _check, compares_text=True)
