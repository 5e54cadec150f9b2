"""A way to study: what a learner sets in Anki."""

from dataclasses import dataclass
from enum import Enum

LOWEST, HIGHEST = 0.70, 0.97
"""The desired retentions to choose from: Anki takes none below 0.70, and calls more than 0.97 too much work."""

ALL = 9999
"""A daily limit that no deck reaches."""


class Order(Enum):
    """In which order due cards are asked, by the name in Anki's options."""

    DUE = "Due date, then random"
    EASY = "Easy cards first"
    WEAK = "Ascending retrievability"


@dataclass(frozen=True, slots=True)
class Setting:
    """A way to study.

    `new` cards a day, none in the last `buffer` days. From the day `change` on, counted from 0, the desired retention
    is `later`, if it is not 0. In the `last` days, minutes left over go to the cards that will be recalled least on the
    day of the exam. With `bury`, a note is asked once a day; not in the last days, so that no card waits past the exam.
    """

    new: float
    retention: float
    later: float = 0.0
    change: int = 0
    buffer: int = 0
    last: int = 0
    new_first: bool = True
    order: Order = Order.EASY
    bury: bool = True
    reviews: int = ALL

    def retention_on(self, day: int) -> float:
        """Return the desired retention of a day."""
        return self.later if self.later and day >= self.change else self.retention

    def buries_on(self, day: int, days: int) -> bool:
        """Return whether a note is asked once only on a day, of so many."""
        return self.bury and day < days - self.last


DEFAULTS = Setting(20, 0.90, new_first=False, order=Order.DUE, bury=False, reviews=200)
"""Anki's own options with FSRS on."""

AS_MANY_AS_FIT = Setting(ALL, 0.90, new_first=False, order=Order.DUE, bury=False)
"""All reviews, and then as many new cards as the minutes of the day allow."""
