"""Words that are not on the cited page: a quotation, a term, a name, a year or a number.

A learner who looks them up does not find them, and cannot tell whether the deck or the memory is wrong (Wozniak, rule
18: provide sources). This rule needs your own copy of the text: `flashgen check --text PATH`.

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


def _check(deck: Deck) -> Iterator[Problem]:
    if copy := deck.copy:
        for note, checked in lookups(deck):
            failing = [lookup for lookup in checked.each if lookup.fails(copy)]
            others = [lookup for lookup in checked.each if lookup not in failing] if failing else []
            yield from (_problem(note, lookup, others, copy) for lookup in failing)


def _problem(note: Note, lookup: Lookup, others: Sequence[Lookup], copy: Copy) -> Problem:
    message = f'"{lookup.words}" is not on p. {note.cite.pages}'
    return Problem(lookup.text.place, "not-on-page", message, _hint(note, lookup, others, copy), words=lookup.words)


def _hint(note: Note, lookup: Lookup, others: Sequence[Lookup], copy: Copy) -> str:
    """Return a hint that keeps the other words of the note on a cited page."""
    pages, cited = lookup.found_on(copy), note.cite.pages
    if not pages:
        return "correct it: it is on no page of your copy"
    shared = [page for page in pages if all(page in other.found_on(copy) for other in others)]
    if shared or not cited:
        return f"found on p. {', '.join(map(str, shared or pages))}: cite that page"
    for page in pages:
        if page in (cited.first - 1, cited.last + 1):
            wider = Span(min(page, cited.first), max(page, cited.last))
            return f"found on p. {page}, other words of the entry on p. {cited}: cite p. {wider}"
    return f"found on p. {pages[0]}, other words of the entry on p. {cited}: write (p. {pages[0]}) after it"


NOT_ON_PAGE = Rule("not-on-page", _check, compares_text=True)
