"""What a rule is."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from flashgen.check.looking import ByNote
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem, Severity


def _nothing(_: Deck) -> Iterator[Problem]:
    yield from ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A check for one kind of finding, which gives it its name.

    `check` gets the whole deck, because some faults show only against the source or against other notes. `severity` is
    the gravest that it finds. A rule that `compares_text` finds nothing without a text of the source. One that is
    `vital` cannot be allowed, because what it finds would break a build. One that `judges_cards` never stops a build:
    what it finds harms learning, not the package.
    """

    name: str
    check: Callable[[Deck], Iterable[Problem]] | ByNote = _nothing
    severity: Severity = "error"
    compares_text: bool = False
    vital: bool = False
    judges_cards: bool = False

    @property
    def is_reported(self) -> bool:
        """Whether other rooms report what it is about, while they read or print."""
        return self.check is _nothing

    @property
    def can_be_allowed(self) -> bool:
        """Whether an author may keep what it finds."""
        return not (self.vital or self.is_reported)

    @property
    def stops_build(self) -> bool:
        """Whether a build is stopped by what it finds, which then shows in the author's files alone."""
        return self.severity == "error" and not (self.compares_text or self.judges_cards)


def reported(name: str, severity: Severity = "error") -> Rule:
    """Return a rule that other rooms report by its name; its manual is the file `<name>.md` on its shelf."""
    return Rule(name, severity=severity)
