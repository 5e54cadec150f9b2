"""The shelf of rules: one file each, and the line in this tuple."""

from collections.abc import Iterator
from itertools import chain

from flashgen.check.rule import Rule
from flashgen.check.rules.long_answer import LONG_ANSWER
from flashgen.check.rules.missing_image import MISSING_IMAGE
from flashgen.check.rules.not_on_page import NOT_ON_PAGE
from flashgen.check.rules.page_out_of_range import PAGE_OUT_OF_RANGE
from flashgen.check.rules.same_id import SAME_ID
from flashgen.errors import suggested
from flashgen.model.allow import Allow
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem

RULES: tuple[Rule, ...] = (SAME_ID, PAGE_OUT_OF_RANGE, NOT_ON_PAGE, MISSING_IMAGE, LONG_ANSWER)


def check(deck: Deck, whole: bool = True) -> Iterator[Problem]:
    """Yield what the rules find in a deck and its author does not allow, and what is allowed for nothing.

    Where the whole is not wanted, only what a build could not do without: errors that show in the author's files alone.
    """
    rules = [rule for rule in RULES if whole or (rule.severity == "error" and not rule.compares_text)]
    able = {rule.name for rule in rules if deck.prints or not rule.compares_text}
    needless = [allow for allow in deck.allows if allow.rule in able]
    allowed: dict[tuple[str, str], list[Allow]] = {}
    for allow in needless:
        allowed.setdefault((allow.place.path, allow.rule), []).append(allow)
    for problem in chain.from_iterable(rule.check(deck) for rule in rules):
        covering = [allow for allow in allowed.get((problem.place.path, problem.rule), ()) if allow.covers(problem)]
        needless = [allow for allow in needless if allow not in covering]
        if not covering:
            yield problem
    if whole:
        yield from _needless(deck, needless)


def _needless(deck: Deck, needless: list[Allow]) -> Iterator[Problem]:
    names = tuple(rule.name for rule in RULES)
    for allow in (*needless, *[allow for allow in deck.allows if allow.rule not in names]):
        said = f'nothing to allow: "{allow.rule}" finds nothing here'
        hint = "delete the comment" if allow.rule in names else suggested(allow.rule, names)
        yield Problem(allow.place, "needless-allow", said, hint, "warning")
