"""Small things to plan with: cards, days, an average person, and a task made of them."""

from datetime import date, timedelta

from flashgen.study.cards import Card
from flashgen.study.days import Days, days_until
from flashgen.study.habits import average
from flashgen.study.learner import Person
from flashgen.study.memory import Memory
from flashgen.study.search import Task

MEMORY = Memory()
HABITS = average(MEMORY)
FIRST = date(2026, 11, 30)
"""A Monday."""


def person(minutes: float) -> Person:
    """Return an average person with so many minutes a day."""
    return Person(MEMORY, HABITS, 60 * minutes)


def new_cards(notes: int, each: int = 1) -> tuple[Card, ...]:
    """Return new cards of so many notes, so many of each, the first half of them of the core."""
    return tuple([Card(note, f"0{note % 2}", core=note < notes / 2) for note in range(notes) for _ in range(each)])


def days(number: int) -> Days:
    """Return so many days, all for study."""
    return days_until(FIRST + timedelta(days=number), FIRST)


def task(notes: int, number: int, minutes: float, buffer: int | None = None) -> Task:
    """Return the task of learning so many notes in so many days."""
    return Task(person(minutes), new_cards(notes), days(number), 1, buffer)
