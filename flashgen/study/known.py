"""What a learner knows on the first day: memory states from a collection."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from flashgen.model.scheduled import CardKey, Collection, Review, ScheduledCard
from flashgen.study.cards import Known
from flashgen.study.memory import Memory

_ENOUGH = 100
"""How many answers tell how long a learner takes."""

_LONGEST = 60.0
"""Seconds after which Anki stops the clock of an answer; a longer one is a break."""


def known(collection: Collection, memory: Memory, first: date) -> dict[CardKey, Known]:
    """Return what is known of the cards that were answered and are not suspended."""
    cards = collection.cards.items()
    return {key: _known(card, card.due, memory, first) for key, card in cards if card.due and not card.suspended}


def suspended(collection: Collection) -> set[CardKey]:
    """Return the suspended cards."""
    return {key for key, card in collection.cards.items() if card.suspended}


def seconds_per_answer(cards: Mapping[CardKey, ScheduledCard]) -> float:
    """Return how long the learner takes for an answer on average, 0 if there are too few to tell."""
    taken = [min(_LONGEST, review.seconds) for card in cards.values() for review in card.reviews]
    return sum(taken) / len(taken) if len(taken) >= _ENOUGH else 0.0


def _known(card: ScheduledCard, due: date, memory: Memory, first: date) -> Known:
    last = (card.reviews[-1].day - first).days if card.reviews else (due - first).days - card.interval
    return Known(card.state or _state(card, memory), min(0, last), (due - first).days)


def _state(card: ScheduledCard, memory: Memory) -> tuple[float, float]:
    """Return the memory state that Anki would compute once FSRS is turned on."""
    if card.reviews:
        return memory.after_all(_history(card.reviews))
    return memory.from_interval(max(1.3, card.ease), max(1, card.interval))


def _history(reviews: Sequence[Review]) -> list[tuple[int, int]]:
    days = [review.day for review in reviews]
    since = [0, *[(day - before).days for before, day in pairwise(days)]]
    return [(review.rating, gap) for review, gap in zip(reviews, since, strict=True)]
