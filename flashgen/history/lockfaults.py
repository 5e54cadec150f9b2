"""What is wrong with the lines of a lock, told with what cures it."""

from collections.abc import Callable
from typing import TypeVar

from flashgen.history.lockline import BrokenLineError
from flashgen.model.place import Place
from flashgen.model.problem import Problem

T = TypeVar("T")

_MERGE = "if two branches were merged here, run `flashgen build --merge` to join their releases"


class Faults:
    """Reads the lines of one file; for each that is not as it was written, a problem joins the others."""

    def __init__(self, path: str, problems: list[Problem]) -> None:
        self.path, self.problems = path, problems

    def read(self, number: int, read: Callable[..., T], *given: object) -> T | None:
        """Return what a line holds; None with a problem at its number."""
        try:
            return read(*given)
        except BrokenLineError as error:
            self.problems.append(self._problem(Place(self.path, number, 1), error))
            return None

    def _problem(self, place: Place, error: BrokenLineError) -> Problem:
        if error.newer:
            return Problem(place, "newer-lock", str(error), "install a newer flashgen")
        last = f"restore it with `git checkout -- {self.path}`, or from the newest package of the whole deck with "
        return Problem(place, "broken-lock", str(error), _MERGE if error.merged else f"{last}`flashgen build --adopt`")
