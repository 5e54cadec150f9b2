"""What a learner asks of a plan."""

from dataclasses import dataclass
from pathlib import Path

from flashgen.model.chosen import ALL_OF_IT, Part
from flashgen.study.days import Days


@dataclass(frozen=True, slots=True)
class Wish:
    """What a learner asks for. What was not said is None: then the plan takes an average, or chooses itself.

    `collection` is the file of the learner's collection; `seconds` is how long a review takes.
    """

    days: Days
    minutes: int
    part: Part = ALL_OF_IT
    collection: Path | None = None
    seed: int = 1
    buffer: int | None = None
    seconds: int | None = None
