"""Simulate a learner with the whole deck, or, where that would take minutes, with a part of it that stands for all."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from statistics import fmean

from flashgen.study.cards import Card
from flashgen.study.days import Days
from flashgen.study.habits import seconds_per_review
from flashgen.study.learner import Load, Outcome, Person, outcome
from flashgen.study.setting import Setting

_MOST = 1_050_000
"""How much one learner is simulated with, in cards times days; 1,700 cards and 90 days are not too much."""

_EACH = 500
"""A card takes about as long as so many days in which it is not asked."""

_FEWEST = 300.0
"""Seconds that a part must have each day: with a few answers a day, chance would decide."""


def simulated(person: Person, cards: Sequence[Card], days: Days, setting: Setting, seed: int) -> Outcome:
    """Return how it goes for one learner, as `outcome`; of very many cards, some stand for their neighbours."""
    most = max(1, int(person.seconds / _FEWEST))
    some = part(cards, min(most, ceil(len(cards) * (len(days) + _EACH) / _MOST)))
    share = len(some) / len(cards)
    if share == 1:
        return outcome(person, cards, days, setting, seed)
    less = replace(setting, new=setting.new * share, reviews=ceil(setting.reviews * share))
    over = (1 - share) * seconds_per_review(person.habits)  # the last answer of a day outlasts the minutes
    of_some = outcome(replace(person, seconds=person.seconds * share - over), some, days, less, seed)
    loads = [Load(load.new / share, load.reviews / share, load.seconds / share) for load in of_some.loads]
    return Outcome(tuple(loads), tuple(_spread(cards, some, of_some.recalls)))


def part(cards: Sequence[Card], step: int) -> tuple[Card, ...]:
    """Return the cards of every so many notes."""
    notes = {*sorted({card.note for card in cards})[::step]}
    return tuple([card for card in cards if card.note in notes])


def _spread(cards: Sequence[Card], some: Sequence[Card], recalls: Sequence[float]) -> Iterator[float]:
    """Yield a recall for each card: the mean of the note that stands for it, which is its own or one before it."""
    of_notes: dict[int, list[float]] = defaultdict(list)
    for card, recall in zip(some, recalls, strict=True):
        of_notes[card.note].append(recall)
    means = {note: fmean(found) for note, found in of_notes.items()}
    notes = sorted(means)
    yield from (means[notes[bisect(notes, card.note) - 1]] for card in cards)
