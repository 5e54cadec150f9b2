"""What a learner's collection says of a deck's cards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

CardKey: TypeAlias = tuple[str, int]
"""A note's GUID, and the card's number counted from 0."""


@dataclass(frozen=True, slots=True)
class Review:
    """An answer: its day, the button from 1 to 4, and the seconds it took."""

    day: date
    rating: int
    seconds: float


@dataclass(frozen=True, slots=True)
class ScheduledCard:
    """A card as Anki has scheduled it; `due` is None for one that was never answered.

    `state` is its stability and difficulty if FSRS was on. `interval`, in days, and `ease` are what Anki's older
    scheduler knows of it.
    """

    suspended: bool
    due: date | None = None
    state: tuple[float, float] | None = None
    interval: int = 0
    ease: float = 0.0
    reviews: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """A deck's cards in a learner's collection, and the FSRS parameters of their preset, empty for the defaults."""

    cards: Mapping[CardKey, ScheduledCard] = field(default_factory=dict)
    parameters: tuple[float, ...] = ()
