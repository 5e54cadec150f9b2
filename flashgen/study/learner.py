"""One learner, simulated: answers drawn from the memory model, day by day until the exam."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from flashgen.study.cards import Card
from flashgen.study.days import Days
from flashgen.study.habits import Habits, Steps
from flashgen.study.memory import AGAIN, EASY, GOOD, HARD, Memory, State
from flashgen.study.setting import Order, Setting

_UNSEEN: State = (1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Person:
    """Who learns: a memory, habits, and the seconds a day that there are for it."""

    memory: Memory
    habits: Habits
    seconds: float


@dataclass(frozen=True, slots=True)
class Load:
    """What a day asks for: new cards, reviews, and the seconds for both."""

    new: float
    reviews: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it went: the load of each day, and how likely each card is recalled on the day of the exam.

    A card never seen has a recall of 0.
    """

    loads: tuple[Load, ...]
    recalls: tuple[float, ...]


def outcome(person: Person, cards: Sequence[Card], days: Days, setting: Setting, seed: int) -> Outcome:
    """Return how it goes for one learner; the same seed gives the same learner."""
    learner = _Learner(person, cards, days, setting, seed)
    loads = tuple([learner.load(day) for day in range(len(days))])
    return Outcome(loads, tuple([learner.recall(place) for place in range(len(cards))]))


class _Learner:
    """The state of all cards while the days pass."""

    def __init__(self, person: Person, cards: Sequence[Card], days: Days, setting: Setting, seed: int) -> None:
        self.person, self.days, self.setting, self.span = person, days, setting, len(days)
        self.memory, self.habits = person.memory, person.habits
        self.draw = Random(seed).random  # noqa: S311  # a learner, not a secret
        self.notes = [card.note for card in cards]
        self.states = [card.known.state if card.known else _UNSEEN for card in cards]
        self.last = [card.known.last if card.known else 0 for card in cards]
        self.due = [max(0, card.known.due) if card.known else 0 for card in cards]
        self.unseen = [place for place, card in reversed([*enumerate(cards)]) if not card.known]
        self.seen = {place for place, card in enumerate(cards) if card.known}
        self.waiting: list[list[int]] = [[] for _ in range(self.span + 1)]
        for place in self.seen:
            self._wait(place)
        self.asked: dict[int, int] = {}
        self.called: set[int] = set()
        self.burying = True
        self.quota = self.spent = self.growth = 0.0
        self.today = 0

    def load(self, day: int) -> Load:
        """Study for a day, and return what it took."""
        self.today, self.spent = day, 0.0
        due = [place for place in dict.fromkeys(self.waiting[day]) if self.due[place] <= day]
        new = reviews = 0
        if self.days.studied[day]:
            self.growth = self.memory.days(self.setting.retention_on(day))
            self.burying = self.setting.buries_on(day, self.span)
            self.called = {self.notes[place] for place in due}
            quota = self._quota()
            new = self._learned(quota) if self.setting.new_first else 0
            reviews = self._reviewed(due)
            new += 0 if self.setting.new_first else self._learned(quota)
            reviews += self._refreshed()
        self.waiting[day + 1] += [place for place in due if self.due[place] <= day]
        return Load(new, reviews, self.spent)

    def recall(self, place: int) -> float:
        """Return how likely a card is recalled on the day of the exam."""
        return self.memory.recall(self.states[place], self.span - self.last[place]) if place in self.seen else 0.0

    def _quota(self) -> int:
        """Return how many new cards the day may have; fractions add up over the days."""
        before, self.quota = self.quota, self.quota + self.setting.new
        return int(self.quota) - int(before) if self.today < self.span - self.setting.buffer else 0

    def _learned(self, most: int) -> int:
        """Learn new cards, and return how many."""
        learned, later = 0, []
        while self.unseen and learned < most and self._has_time():
            place = self.unseen.pop()
            if self._is_buried(place) or (self.burying and self.notes[place] in self.called):
                later.append(place)  # Anki also holds back a new card if another of its note is due
            else:
                self._meet(place)
                learned += 1
        self.unseen += reversed(later)
        return learned

    def _reviewed(self, due: list[int]) -> int:
        """Review due cards, and return how many."""
        reviewed = 0
        for place in self._sorted(due):
            if reviewed >= self.setting.reviews or not self._has_time():
                break
            if not self._is_buried(place):
                self._review(place)
                reviewed += 1
        return reviewed

    def _refreshed(self) -> int:
        """In the last days, review the weakest cards in the time that is left, and return how many."""
        if self.today < self.span - self.setting.last or not self._has_time():
            return 0
        refreshed = 0
        for place in sorted(self.seen, key=self.recall):
            if not self._has_time():
                break
            if self.last[place] < self.today:
                self._review(place)
                refreshed += 1
        return refreshed

    def _sorted(self, due: list[int]) -> list[int]:
        if self.setting.order is Order.WEAK:
            return sorted(due, key=lambda place: self.memory.recall(self.states[place], self.today - self.last[place]))
        if self.setting.order is Order.EASY:
            return sorted(due, key=lambda place: self.states[place][1])
        return due

    def _has_time(self) -> bool:
        return self.spent < self.person.seconds

    def _is_buried(self, place: int) -> bool:
        """Return whether another card of the note was asked today."""
        return self.burying and self.asked.get(self.notes[place]) == self.today

    def _meet(self, place: int) -> None:
        """Learn a new card, until it is known for the day."""
        rating = bisect(self.habits.first, self.draw()) + 1
        self.spent += self.habits.learning.seconds[rating - 1]
        state = self.memory.after(None, rating, 0)
        self.seen.add(place)
        self._keep(place, self._repeated(state, rating, self.habits.learning))

    def _review(self, place: int) -> None:
        """Answer a card that was seen on an earlier day."""
        state, days = self.states[place], self.today - self.last[place]
        known = self.draw() < self.memory.recall(state, days)
        rating = bisect(self.habits.remembered, self.draw()) + HARD if known else AGAIN
        self.spent += self.habits.seconds[rating - 1]
        state = self.memory.after(state, rating, days)
        if not known:
            state = self._repeated(state, rating, self.habits.relearning)
        self._keep(place, state)

    def _repeated(self, state: State, rating: int, steps: Steps) -> State:
        """Ask a card again on the same day until its steps are passed, and return its state.

        As in Anki, Again leads back to the first step, Hard repeats one, Good passes it, and Easy passes all.
        """
        passed = int(rating == GOOD)
        while passed < steps.count and rating != EASY:
            rating = bisect(steps.chances[rating - 1], self.draw()) + 1
            state = self.memory.after(state, rating, 0)
            self.spent += steps.seconds[rating - 1]
            passed = 0 if rating == AGAIN else passed + (rating == GOOD)
        return state

    def _keep(self, place: int, state: State) -> None:
        """Keep a card's new state, and plan its next review."""
        self.states[place], self.last[place] = state, self.today
        self.due[place] = self.today + max(1, round(state[0] * self.growth))
        self.asked[self.notes[place]] = self.today
        self._wait(place)

    def _wait(self, place: int) -> None:
        if self.due[place] < self.span:
            self.waiting[self.due[place]].append(place)
