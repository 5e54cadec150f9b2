"""What a rule is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flashgen.model.deck import Deck
from flashgen.model.problem import Problem, Severity


def found_in_reading(_: Deck) -> Iterator[Problem]:
    """Find nothing: what such a rule is about shows while the deck's files, its lock among them, are read."""
    yield from ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A fault to look for; named for the fault, its manual is its module's docstring.

    A rule gets the whole deck, because some faults show only against the source or against other notes. One that
    compares with the text of the source finds nothing without it. `severity` is the gravest that it finds. What is
    `technical` is about files, names and what was released; all else is about learning. What is `vital` would break a
    build. One that judges cards leaves a build alone: what it finds harms learning, not the package.
    """

    name: str
    check: Callable[[Deck], Iterator[Problem]] = found_in_reading
    severity: Severity = "error"
    compares_text: bool = False
    technical: bool = False
    vital: bool = False
    judges_cards: bool = False

    @property
    def can_be_allowed(self) -> bool:
        """Whether an author may let stand what it finds."""
        return not self.vital and self.check is not found_in_reading
