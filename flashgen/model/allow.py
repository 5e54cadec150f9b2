"""A finding that the author has looked at and lets stand."""

from dataclasses import dataclass

from flashgen.model.place import Place
from flashgen.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Allow:
    """What one rule finds between two lines of a file, both included, is let stand; `reason` tells why."""

    place: Place
    rule: str
    reason: str
    first: int
    last: int

    def covers(self, problem: Problem) -> bool:
        """Tell whether this is about a problem."""
        place = problem.place
        return (self.rule, self.place.path) == (problem.rule, place.path) and self.first <= place.line <= self.last
