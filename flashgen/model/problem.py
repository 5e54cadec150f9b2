"""A mistake in the author's files: what is wrong, where, and the cure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from flashgen.model.place import Place

Severity: TypeAlias = Literal["error", "warning", "note"]
"""An error stops a build; a warning is worth a look at the card; a note is worth knowing."""

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding; sorts by its place. The message is lower case, without a full stop; the hint says what to do.

    `words` are those of the author that are at fault, as written; `length` is how many characters of the line they
    take from the place on, 0 where that is not known.
    """

    place: Place
    rule: str
    message: str
    hint: str
    severity: Severity = "error"
    words: str = ""
    length: int = 0


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems sorted by their places, which is several times faster than to compare them as wholes."""
    return tuple(sorted(problems, key=lambda one: (one.place.path, one.place.line, one.place.column, *_rest(one))))


def _rest(problem: Problem) -> tuple[str, str, str]:
    return problem.rule, problem.message, problem.hint
