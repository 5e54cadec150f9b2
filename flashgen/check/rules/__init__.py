"""The shelf of rules: one file each, and the line in this tuple."""

from collections.abc import Iterator

from flashgen.check.rule import Rule
from flashgen.check.rules.missing_image import MISSING_IMAGE
from flashgen.check.rules.page_out_of_range import PAGE_OUT_OF_RANGE
from flashgen.check.rules.same_id import SAME_ID
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem

RULES: tuple[Rule, ...] = (SAME_ID, PAGE_OUT_OF_RANGE, MISSING_IMAGE)


def check(deck: Deck) -> Iterator[Problem]:
    """Yield what the rules find in a deck."""
    for rule in RULES:
        yield from rule.check(deck)
