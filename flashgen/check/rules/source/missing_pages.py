"""Entries that cannot be compared with the text, because the copy lacks their pages.

Words on pages that the copy lacks are not checked, and their entries get no line in `deck.proof`. A line from an
earlier run stays. Compare with a copy that has these pages. If there is none, allow the finding for the whole deck.
"""

from collections.abc import Iterator

from flashgen.check.lookups import lookups
from flashgen.check.rule import Rule
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem
from flashgen.render.cite import counted


def _check(deck: Deck) -> Iterator[Problem]:
    for source in (source for source in deck.sources if source.id in deck.copies):
        copy, asked = deck.copies[source.id], [words for _, words in lookups(deck) if words.source == source.id]
        if lacking := [pages for words in asked if (pages := words.lacking(copy))]:
            count = f"{len(lacking)} entr{'y' if len(lacking) == 1 else 'ies'}"
            listed = counted(source.locator, source.ranges_of(frozenset().union(*lacking)))
            message = f"{count} could not be compared with the text: the copy lacks {listed}"
            hint = "compare with a copy that has these pages"
            yield Problem(deck.source_place, "missing-pages", message, hint, "warning")


MISSING_PAGES = Rule("missing-pages", _check, severity="warning", compares_text=True)
