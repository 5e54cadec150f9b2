"""Search for the way to study with the highest recall on the day of an exam.

Coarse first, with a part of the deck in the same part of the minutes; what does best there is compared with the whole.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import ceil

from flashgen.study.cards import Card
from flashgen.study.days import Days
from flashgen.study.forecast import LEARNERS, mean
from flashgen.study.learner import Person
from flashgen.study.setting import AS_MANY_AS_FIT, HIGHEST, LOWEST, Order, Setting
from flashgen.study.simulate import part, simulated

_WORK = 24_000
"""How much of a deck the coarse search simulates, in cards times days."""

_PACES = (1.02, 1.2, 1.5, 2.2)
"""New cards a day to try: times what it takes to see every card just in time."""

_RETENTIONS = (0.70, 0.75, 0.80, 0.85, 0.90, 0.95)
_ROOMY = 0.85
"""The retention from which on there is mostly time for all due cards; below, the easy ones first bring more."""

_BUFFERS = (0, 3, 7)
_FINALISTS, _MOST_FINALISTS = 4, 7

_ERROR = 0.005
"""What the search takes for equal; of equal ways to study it chooses the one with the fewest new cards a day."""

_LAST = 3


@dataclass(frozen=True, slots=True)
class Task:
    """What a plan is searched for: who learns, which cards, until when; and the days without new cards, if given.

    `suspended` is how many cards the learner has suspended, which are not among them.
    """

    person: Person
    cards: tuple[Card, ...]
    days: Days
    seed: int
    buffer: int | None = None
    suspended: int = 0

    @property
    def new(self) -> int:
        """How many cards are new."""
        return sum(card.known is None for card in self.cards)

    def learners(self, least: int) -> int:
        """Return how many learners to compare with: more than the least for a small task, where chance weighs more."""
        return max(least, min(LEARNERS, _WORK // (len(self.cards) * len(self.days))))


def best(task: Task) -> Setting:
    """Return the best way to study that the search finds."""
    less = _less(task)
    tried = _ranked(less, _grid(less))
    tried = _ranked(less, [*_one_a_pace(tried), *_around(less, tried[0])])
    share = len(task.cards) / len(less.cards)
    finalists = [*dict.fromkeys((*tried[:_FINALISTS], *_one_a_pace(tried)))][:_MOST_FINALISTS]
    whole = [replace(one, new=ceil(one.new * share)) for one in finalists]
    if task.buffer is None:
        whole.append(AS_MANY_AS_FIT)  # with very few days, nothing may be better than what others do
    recalls = {one: recall(task, one, task.learners(3)) for one in whole}
    enough = max(recalls.values()) - _ERROR
    return _within_reach(task, min((one for one in recalls if recalls[one] >= enough), key=lambda one: one.new))


def _within_reach(task: Task, setting: Setting) -> Setting:
    """Return a setting with no more new cards a day than there is ever time for."""
    seeds = range(task.seed * 1000, task.seed * 1000 + 3)
    loads = [load for seed in seeds for load in simulated(task.person, task.cards, task.days, setting, seed).loads]
    return replace(setting, new=min(setting.new, ceil(max(load.new for load in loads))))


def quick(task: Task) -> float:
    """Return nearly the highest recall, in a fifth of the time."""
    less = _less(task)
    share = len(task.cards) / len(less.cards)
    first = _ranked(less, _grid(less))[:2]
    return max(recall(task, replace(one, new=ceil(one.new * share)), 2) for one in first)


def recall(task: Task, setting: Setting, learners: int = 1) -> float:
    """Return the mean recall on the day of the exam."""
    seeds = range(task.seed * 1000, task.seed * 1000 + learners)
    return mean([mean(simulated(task.person, task.cards, task.days, setting, seed).recalls) for seed in seeds])


def _less(task: Task) -> Task:
    """Return the task for some of the notes, and as much of the minutes."""
    cards = part(task.cards, ceil(len(task.cards) * (len(task.days) + 30) / _WORK))
    share = len(cards) / len(task.cards)
    return replace(task, cards=cards, person=replace(task.person, seconds=task.person.seconds * share))


def _ranked(task: Task, settings: Iterable[Setting]) -> list[Setting]:
    """Return settings, the best first."""
    recalls = {setting: recall(task, setting) for setting in settings}
    return sorted(recalls, key=lambda setting: -recalls[setting])


def _one_a_pace(ranked: Sequence[Setting]) -> list[Setting]:
    """Return the first of each number of new cards a day."""
    return [*{setting.new: setting for setting in reversed(ranked)}.values()][::-1]


def _grid(task: Task) -> Iterator[Setting]:
    buffer = _buffers(task)[0]
    last = min(_LAST, max(1, len(task.days) // 4))
    for retention, pace in product(_RETENTIONS, _PACES if task.new else (1.0,)):
        order = Order.EASY if retention < _ROOMY else Order.WEAK
        yield Setting(_pace(task, buffer) * pace, retention, buffer=buffer, last=last, order=order)


def _around(task: Task, best: Setting) -> Iterator[Setting]:
    """Yield what differs from a setting in one thing: retention, pace, buffer, order, or a later retention."""
    for step in (-0.03, 0.02, 0.04):
        if LOWEST <= best.retention + step <= HIGHEST:
            yield replace(best, retention=round(best.retention + step, 2))
    for times in (0.5, 0.65, 0.8, 0.9, 1.15, 1.3) if task.new else ():
        yield replace(best, new=best.new * times)
    for buffer in _buffers(task)[1:] if task.new else ():
        yield replace(best, buffer=buffer, new=best.new * _pace(task, buffer) / _pace(task, best.buffer))
    yield replace(best, order=Order.EASY if best.order is Order.WEAK else Order.WEAK)
    yield replace(best, new_first=False)
    yield from _two_phases(task, best)


def _two_phases(task: Task, best: Setting) -> Iterator[Setting]:
    for share, low, high in product((0.5, 0.75), (0.0, 0.05, 0.1), (0.05, 0.1)):
        first, later = best.retention - low, min(HIGHEST, best.retention + high)
        change = round(len(task.days) * share)
        if first >= LOWEST and 0 < change < len(task.days):
            yield replace(best, retention=round(first, 2), later=round(later, 2), change=change)


def _buffers(task: Task) -> Sequence[int]:
    """Return the buffers to try: the one that was asked for, or some."""
    if task.buffer is not None:
        return (task.buffer,)
    return tuple([buffer for buffer in _BUFFERS if buffer <= len(task.days) // 4])


def _pace(task: Task, buffer: int) -> float:
    """Return the new cards a day that it takes to see every card just in time."""
    return task.new / max(1, sum(task.days.studied[: len(task.days) - buffer]))
