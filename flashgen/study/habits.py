"""How a learner answers, and how long each answer takes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TypeAlias

from flashgen.study.memory import Memory

Chances: TypeAlias = tuple[float, ...]
"""Probabilities of neighbouring buttons, added up from the first on."""

Seconds: TypeAlias = tuple[float, ...]
"""How long an answer takes, for each of the four buttons."""


@dataclass(frozen=True, slots=True)
class Steps:
    """The answers to a card that is asked several times on one day, until it is known.

    `chances` are those of the next answer, after Again, Hard and Good; `count` is how many steps Anki asks for.
    """

    chances: tuple[Chances, Chances, Chances]
    seconds: Seconds
    count: int


@dataclass(frozen=True, slots=True)
class Habits:
    """A learner's habits: the first answer to a new card, the answers to a remembered one, and the times."""

    first: Chances
    remembered: Chances
    learning: Steps
    relearning: Steps
    seconds: Seconds


def average(memory: Memory, seconds: float = 0.0) -> Habits:
    """Return the habits of an average learner; with `seconds`, of one who takes as long for a review on average."""
    of = memory.habits()
    new, review, again = (tuple(row) for row in of.state_rating_costs)
    habits = Habits(
        first=_added(of.first_rating_prob),
        remembered=_added(of.review_rating_prob),
        learning=Steps(_rows(of.learning_step_transitions), new, of.learning_step_count),
        relearning=Steps(_rows(of.relearning_step_transitions), again, of.relearning_step_count),
        seconds=review,
    )
    return _scaled(habits, seconds / seconds_per_review(habits)) if seconds else habits


def seconds_per_review(habits: Habits) -> float:
    """Return how long a review takes on average, at the recall of 0.90 that Anki aims at."""
    chances = [
        0.1,
        *[0.9 * (up - down) for down, up in zip((0.0, *habits.remembered), habits.remembered, strict=False)],
    ]
    return sum(chance * seconds for chance, seconds in zip(chances, habits.seconds, strict=True))


def _scaled(habits: Habits, factor: float) -> Habits:
    def longer(seconds: Seconds) -> Seconds:
        return tuple([one * factor for one in seconds])

    return replace(
        habits,
        learning=replace(habits.learning, seconds=longer(habits.learning.seconds)),
        relearning=replace(habits.relearning, seconds=longer(habits.relearning.seconds)),
        seconds=longer(habits.seconds),
    )


def _added(chances: Sequence[float]) -> Chances:
    return (*accumulate(chances[:-1]), 1.0)  # the engine's numbers do not add up to 1 exactly


def _rows(rows: Sequence[Sequence[float]]) -> tuple[Chances, Chances, Chances]:
    again, hard, good = rows
    return _added(again), _added(hard), _added(good)
