"""A plan until an exam: the best way to study, what to expect of it, and what other choices would bring."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from flashgen.study.forecast import Forecast, forecast
from flashgen.study.search import Task, best, quick, recall
from flashgen.study.setting import AS_MANY_AS_FIT, DEFAULTS, Setting

GOALS = (0.80, 0.90, 0.95)
"""Recalls whose smallest daily effort a plan tells."""

MINUTES = (5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 75, 90, 105, 120, 150, 180, 240)
"""The daily efforts to choose from."""

WEEKS = (1, 3)
"""Later starts to compare with."""

_BASELINES = 6


@dataclass(frozen=True, slots=True)
class Effort:
    """The smallest daily effort that reaches a recall; None where not even the greatest one does."""

    goal: float
    minutes: int | None


@dataclass(frozen=True, slots=True)
class StudyPlan:
    """The best way to study for an exam and what to expect of it, beside two others in the same minutes.

    `later` is the recall after a start some weeks later; `most` is what the greatest effort would bring. `core` is how
    many cards are of the core, and their recall if they alone are learnt; None if all are, or none.
    """

    task: Task
    setting: Setting
    expected: Forecast
    defaults: Forecast
    fitting: Forecast
    later: tuple[tuple[int, float], ...]
    efforts: tuple[Effort, ...]
    most: float
    core: tuple[int, float] | None


def study_plan(task: Task) -> StudyPlan:
    """Return the plan for a task. The same task gives the same plan."""
    setting = best(task)
    expected = forecast(task.person, task.cards, task.days, setting, task.seed)
    defaults, fitting = (
        forecast(task.person, task.cards, task.days, one, task.seed, task.learners(_BASELINES))
        for one in (DEFAULTS, AS_MANY_AS_FIT)
    )
    later, (efforts, most) = _later(task, expected.recall), _efforts(task, expected.recall)
    return StudyPlan(task, setting, expected, defaults, fitting, tuple(later), efforts, most, _core(task))


def _later(task: Task, expected: float) -> Iterator[tuple[int, float]]:
    for weeks in WEEKS:
        late = replace(task, days=task.days.later(weeks))
        if late.days.work:
            yield weeks, min(expected, quick(late))


def _core(task: Task) -> tuple[int, float] | None:
    core = replace(task, cards=tuple([card for card in task.cards if card.core]))
    return (len(core.cards), recall(core, best(core), 2)) if 0 < len(core.cards) < len(task.cards) else None


def _efforts(task: Task, expected: float) -> tuple[tuple[Effort, ...], float]:
    """Return the smallest effort for each goal, and the recall that the greatest effort brings.

    What is expected of the task's own minutes is known better than the rest, and more minutes never bring less.
    """
    own = round(task.person.seconds / 60)
    choices = sorted({own, *MINUTES})

    @cache
    def reached(minutes: int) -> float:
        if minutes == own:
            return expected
        found = quick(replace(task, person=replace(task.person, seconds=60.0 * minutes)))
        return max(found, expected) if minutes > own else min(found, expected)

    def effort(goal: float) -> Effort:
        place = bisect_left(choices, goal, key=reached)
        return Effort(goal, choices[place] if place < len(choices) else None)

    return tuple([effort(goal) for goal in GOALS]), reached(choices[-1])
