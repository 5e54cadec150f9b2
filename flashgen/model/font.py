"""A font for printed sheets."""

from dataclasses import dataclass
from pathlib import Path

from flashgen.model.place import Place
from flashgen.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Font:
    """A font file of the project, and where `deck.yaml` names it; without a path, the built-in font.

    `fault` is what keeps it from being printed, and `hint` the cure; both are empty for a sound one.
    """

    name: str
    place: Place
    path: Path | None = None
    fault: str = ""
    hint: str = ""

    def problem(self) -> Problem:
        """Return the finding about its fault."""
        return Problem(self.place, "bad-font", f'the font "{self.name}" {self.fault}', self.hint)
