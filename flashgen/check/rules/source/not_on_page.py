"""Words that do not stand on the cited page: a quotation, a term, a name, a year or a number.

Whoever looks them up does not find them, and cannot tell a slip of the deck from one of the memory (Wozniak, rule 18:
provide sources). It takes your own copy of the text: `flashgen check --text PATH`.

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
        for note, found in lookups(deck):
            failing = [lookup for lookup in found.each if lookup.fails(copy)]
            others = [lookup for lookup in found.each if lookup not in failing] if failing else []
            yield from (_problem(note, lookup, others, copy) for lookup in failing)


def _problem(note: Note, lookup: Lookup, others: Sequence[Lookup], copy: Copy) -> Problem:
    message = f'"{lookup.said}" does not stand on p. {note.cite.pages}'
    return Problem(lookup.text.place, "not-on-page", message, _cure(note, lookup, others, copy), words=lookup.said)


def _cure(note: Note, lookup: Lookup, others: Sequence[Lookup], copy: Copy) -> str:
    """Return a hint that does not take the other words of the note from their page."""
    found, cited = lookup.found(copy), note.cite.pages
    if not found:
        return "correct it: it stands on no page of your copy"
    alone = [page for page in found if all(page in other.found(copy) for other in others)]
    if alone or not cited:
        return f"found on p. {', '.join(map(str, alone or found))}: cite that page"
    for page in found:
        if page in (cited.first - 1, cited.last + 1):
            wider = Span(min(page, cited.first), max(page, cited.last))
            return f"found on p. {page}, other words of the entry on p. {cited}: cite p. {wider}"
    return f"found on p. {found[0]}, other words of the entry on p. {cited}: write (p. {found[0]}) behind it"


NOT_ON_PAGE = Rule("not-on-page", _check, compares_text=True)
