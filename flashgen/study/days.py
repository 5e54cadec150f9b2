"""The days until an exam, and which of them are for study."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Days:
    """The days from the first to the eve of the exam; `studied` tells of each whether it is for study."""

    first: date
    studied: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.studied)

    @property
    def exam(self) -> date:
        """The day of the exam."""
        return self.on(len(self))

    @property
    def work(self) -> int:
        """How many days are for study."""
        return sum(self.studied)

    def on(self, day: int) -> date:
        """Return the date of a day, counted from 0."""
        return self.first + timedelta(days=day)

    def later(self, weeks: int) -> "Days":
        """Return the same days with the first weeks idle."""
        idle = 7 * weeks
        return replace(self, studied=(*[False] * idle, *self.studied[idle:]))


def days_until(exam: date, first: date, weekdays: Collection[int] = (), dates: Collection[date] = ()) -> Days:
    """Return the days until an exam without weekdays (Monday is 0) and dates that are off."""
    every = [first + timedelta(days=day) for day in range((exam - first).days)]
    return Days(first, tuple([day.weekday() not in weekdays and day not in dates for day in every]))
