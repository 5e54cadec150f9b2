"""A mistake in the author's files: what is wrong, where, and the cure."""

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
