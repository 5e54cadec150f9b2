"""Dates as they are typed: one day, days of the week, and stretches of days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import click

from flashgen.cli.wrong import WrongValueError
from flashgen.errors.suggestion import did_you_mean

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST = 3
"""How many letters of a weekday are enough."""

_LONGEST = 366
"""How many days a stretch may have."""

_FARTHEST = 3653
"""Days: ten years, with three leap days."""


def day(_context: click.Context, _option: click.Parameter, written: str | None) -> date | None:
    """Return a date such as 2027-01-18."""
    return None if written is None else _day(written)


def before(exam: date, first: date) -> date:
    """Return the first day of study; BadParameter if the exam is not after it, or far too late."""
    if exam <= first:
        raise click.BadParameter(f"{exam} is not after the first day of study, {first}", param_hint="--on")
    if (exam - first).days > _FARTHEST:
        raise click.BadParameter(f"{exam} is more than ten years away", param_hint="--on")
    return first


@dataclass(frozen=True, slots=True)
class Off:
    """Days without study: weekdays, Monday being 0, and dates."""

    weekdays: frozenset[int]
    dates: frozenset[date]


def off(_context: click.Context, _option: click.Parameter, written: Iterable[str]) -> Off:
    """Return the days in texts such as sat,sun and 2026-12-24..2026-12-26."""
    words = [word.strip() for one in written for word in one.split(",")]
    weekdays = {word: _weekday(word) for word in words}
    dates = {one for word in words if weekdays[word] is None for one in _stretch(word)}
    return Off(frozenset(number for number in weekdays.values() if number is not None), frozenset(dates))


def _weekday(word: str) -> int | None:
    """Return the number of a weekday, in full or by its first letters."""
    near = [number for number, name in enumerate(WEEKDAYS) if name.startswith(word.lower())]
    return near[0] if len(word) >= _SHORTEST and near else None


def _stretch(word: str) -> list[date]:
    """Return a date, or all from one to another."""
    first, two, last = word.partition("..")
    if near := did_you_mean(word, WEEKDAYS):
        raise WrongValueError(f'"{word}" is not a date', near)
    start, end = (_day(one, "a date such as 2027-01-18, nor a weekday") for one in (first, last if two else first))
    if not 0 <= (end - start).days < _LONGEST:
        raise click.BadParameter(f"{word} does not run from a day to a later one within a year")
    return [start + timedelta(days=days) for days in range((end - start).days + 1)]


def _day(written: str, what: str = "a date such as 2027-01-18") -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise click.BadParameter(f'"{written}" is not {what}') from error
