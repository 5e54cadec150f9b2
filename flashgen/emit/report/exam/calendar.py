"""A plan as a calendar file (RFC 5545): an all-day event for each day until the exam.

The id of an event comes from the deck and the day, so that a new plan replaces the old one day by day.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from flashgen import __version__
from flashgen.emit.report.exam.anki import changes, last_days, settings
from flashgen.emit.report.exam.told import counted, percent
from flashgen.model.chosen import Part
from flashgen.model.deck import Deck
from flashgen.study.plan import StudyPlan

_WIDTH = 75
"""The longest line, in bytes; a longer one goes on in the next line, after a space."""

_MINUTE = 60


def calendar(deck: Deck, part: Part, plan: StudyPlan, time: int) -> bytes:
    """Return the calendar of a plan that was made at a time, in seconds since 1970."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//flashgen//flashgen {__version__}//EN", "CALSCALE:GREGORIAN"]
    clicks = [*last_days(deck, part, plan)]
    days = [line for number in range(len(plan.task.days) + 1) for line in _event(deck, plan, number, time, clicks)]
    return "".join(f"{_folded(line)}\r\n" for line in [*head, *days, "END:VCALENDAR"]).encode()


def _event(deck: Deck, plan: StudyPlan, number: int, time: int, clicks: Sequence[str]) -> Iterator[str]:
    day = plan.task.days.on(number)
    yield "BEGIN:VEVENT"
    yield f"UID:{deck.uid}-{day:%Y%m%d}@flashgen"
    yield f"DTSTAMP:{datetime.fromtimestamp(time, UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{time // _MINUTE}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_escaped(f'{deck.name}: {_summary(plan, number)}')}"
    if lines := [*_notes(plan, number, clicks)]:
        yield f"DESCRIPTION:{_escaped(chr(10).join(lines))}"
    yield "END:VEVENT"


def _summary(plan: StudyPlan, number: int) -> str:
    if number == len(plan.task.days):
        return f"exam (the plan expects {percent(plan.expected.recall)} recalled)"
    if not plan.task.days.studied[number]:
        return "day off"
    load = plan.expected.loads[number]
    return f"{load.new:.0f} new, {counted(round(load.reviews), 'review')}, {load.seconds / 60:.0f} min"


def _notes(plan: StudyPlan, number: int, clicks: Sequence[str]) -> Iterator[str]:
    """Yield what is to be done on a day besides studying."""
    days = plan.task.days
    if number == 0:
        yield "In Anki, set in the options of the deck:"
        yield from [f"{name}: {value}" for name, value in settings(plan)]
    yield from [f"Set {name} to {value}." for start, name, value in changes(plan) if start == days.on(number)]
    if len(days) - plan.setting.last <= number < len(days):
        yield from clicks


def _escaped(words: str) -> str:
    for sign in "\\;,":
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line broken before each character that would make a part too long."""
    parts, size = [""], 0
    for letter in line:
        size += len(letter.encode())
        if size > _WIDTH:
            parts.append(" ")
            size = 1 + len(letter.encode())
        parts[-1] += letter
    return "\r\n".join(parts)
