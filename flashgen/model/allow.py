"""A finding that the author allows."""

from dataclasses import dataclass

from flashgen.model.place import Place
from flashgen.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Allow:
    """Allow the findings of one rule on some lines of a file or, without lines, in the whole deck."""

    place: Place
    rule: str
    lines: range | None = None

    @property
    def path(self) -> str:
        """The file that this applies to; "" for the whole deck."""
        return self.place.path if self.lines else ""

    def covers(self, problem: Problem) -> bool:
        """Tell whether this allows a problem."""
        place = problem.place
        here = not self.lines or (self.path == place.path and place.line in self.lines)
        return here and self.rule == problem.rule
