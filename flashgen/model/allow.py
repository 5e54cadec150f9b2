"""A finding that the author has looked at and lets stand."""

from dataclasses import dataclass

from flashgen.model.place import Place
from flashgen.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Allow:
    """What one rule finds on some lines of a file is let stand, or without lines in the whole deck.

    `reason` tells why.
    """

    place: Place
    rule: str
    reason: str
    lines: range | None = None

    @property
    def path(self) -> str:
        """The file that this is about; "" for all of the deck."""
        return self.place.path if self.lines else ""

    def covers(self, problem: Problem) -> bool:
        """Tell whether this is about a problem."""
        place = problem.place
        here = not self.lines or (self.path == place.path and place.line in self.lines)
        return here and self.rule == problem.rule
