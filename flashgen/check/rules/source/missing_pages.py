"""Entries that cannot be compared with the text, because the copy lacks their pages.

Their words are not checked, and they get no line in `deck.proof`; a line from an earlier run stays. Compare with a copy
that has these pages. If there is none, allow the finding for the whole deck.
"""

from collections.abc import Iterator

from flashgen.check.lookups import lookups
from flashgen.check.rule import Rule
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem


def _check(deck: Deck) -> Iterator[Problem]:
    if not deck.copy:
        return
    lacking = [pages for _, words in lookups(deck) if (pages := words.lacking(deck.copy))]
    if lacking:
        count = f"{len(lacking)} entr{'y' if len(lacking) == 1 else 'ies'}"
        listed = deck.source.listed(frozenset().union(*lacking))
        message = f"{count} could not be compared with the text: the copy lacks p. {listed}"
        hint = "compare with a copy that has these pages"
        yield Problem(deck.source_place, "missing-pages", message, hint, "warning")


MISSING_PAGES = Rule("missing-pages", _check, severity="warning", compares_text=True)
