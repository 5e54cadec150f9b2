"""The load of each day, or of each week where there are very many."""

from dataclasses import dataclass
from datetime import date

from flashgen.study.plan import StudyPlan


@dataclass(frozen=True, slots=True)
class Span:
    """Some days in a row: the first, how many of them are for study, and what they ask for."""

    first: date
    work: int
    new: float
    reviews: float
    minutes: float


def spans(plan: StudyPlan, length: int = 1) -> list[Span]:
    """Return the load of each stretch of so many days."""
    return [_span(plan, start, length) for start in range(0, len(plan.task.days), length)]


def _span(plan: StudyPlan, start: int, length: int) -> Span:
    days, loads = plan.task.days, plan.expected.loads[start : start + length]
    return Span(
        days.on(start),
        sum(days.studied[start : start + length]),
        sum(load.new for load in loads),
        sum(load.reviews for load in loads),
        sum(load.seconds for load in loads) / 60,
    )
