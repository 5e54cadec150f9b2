"""What to expect of a way to study: several simulated learners, taken together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flashgen.study.cards import Card
from flashgen.study.days import Days
from flashgen.study.learner import Load, Outcome, Person
from flashgen.study.setting import Setting
from flashgen.study.simulate import simulated

LEARNERS = 20
"""How many learners a plan is simulated with. Its range leaves out the best and the worst of them: nine in ten."""


@dataclass(frozen=True, slots=True)
class Recall:
    """The mean recall of several learners, from 0 to 1, and the range in which nine in ten of them end."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """The mean of several learners: recall on the day of the exam, and the load of each day.

    `chapters` is the recall by the stem of each chapter; `unseen` is how many cards are never seen, by chapter too.
    """

    whole: Recall
    chapters: Mapping[str, Recall]
    unseen: Mapping[str, float]
    loads: tuple[Load, ...]

    @property
    def recall(self) -> float:
        """The mean recall of all cards."""
        return self.whole.mean

    @property
    def left_out(self) -> int:
        """How many cards are never seen."""
        return round(sum(self.unseen.values()))


def forecast(
    person: Person, cards: Sequence[Card], days: Days, setting: Setting, seed: int, learners: int = LEARNERS
) -> Forecast:
    """Return what to expect of a setting; learners are drawn from a seed."""
    outcomes = [simulated(person, cards, days, setting, seed * 1000 + number) for number in range(learners)]
    stems = dict.fromkeys(card.chapter for card in cards)
    places = {stem: [place for place, card in enumerate(cards) if card.chapter == stem] for stem in stems}
    return Forecast(
        whole=_recall(outcomes, range(len(cards))),
        chapters={stem: _recall(outcomes, of) for stem, of in places.items()},
        unseen={stem: mean([_unseen(one, of) for one in outcomes]) for stem, of in places.items()},
        loads=tuple([_load([one.loads[day] for one in outcomes]) for day in range(len(days))]),
    )


def _recall(outcomes: Sequence[Outcome], places: Sequence[int]) -> Recall:
    recalls = sorted(mean([one.recalls[place] for place in places]) for one in outcomes)
    inner = recalls[1:-1] or recalls
    return Recall(mean(recalls), inner[0], inner[-1])


def mean(numbers: Sequence[float]) -> float:
    """Return the mean of numbers; 0 for none."""
    return sum(numbers) / len(numbers) if numbers else 0.0


def _unseen(one: Outcome, places: Sequence[int]) -> int:
    return sum(one.recalls[place] == 0 for place in places)


def _load(loads: Sequence[Load]) -> Load:
    return Load(
        mean([load.new for load in loads]),
        mean([load.reviews for load in loads]),
        mean([load.seconds for load in loads]),
    )
