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

from collections.abc import Iterator

from flashgen.check.lookups import Lookup, lookups
from flashgen.check.rule import Rule
from flashgen.model.copy import Copy
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.problem import Problem


def _check(deck: Deck) -> Iterator[Problem]:
    if copy := deck.copy:
        for note, found in lookups(deck):
            yield from (_problem(note, one, copy) for one in found.each if one.fails(copy))


def _problem(note: Note, lookup: Lookup, copy: Copy) -> Problem:
    found = ", ".join(map(str, lookup.found(copy)))
    hint = f"found on p. {found}: cite that page" if found else "correct it: it stands on no page of your copy"
    message = f'"{lookup.said}" does not stand on p. {note.cite.pages}'
    return Problem(lookup.text.place, "not-on-page", message, hint, words=lookup.said)


NOT_ON_PAGE = Rule("not-on-page", _check, compares_text=True)
