"""All rules, by shelf and by name."""

from dataclasses import dataclass

from flashgen.check.rule import Rule
from flashgen.check.rules.history import HISTORY
from flashgen.check.rules.printing import PRINTING
from flashgen.check.rules.prose import PROSE
from flashgen.check.rules.reading import READING
from flashgen.check.rules.source import SOURCE


@dataclass(frozen=True, slots=True)
class Shelf:
    """A group of related rules; `folder` holds their files."""

    folder: str
    title: str
    rules: tuple[Rule, ...]


SHELVES: tuple[Shelf, ...] = (
    Shelf("prose", "Cards", PROSE),
    Shelf("source", "Source", SOURCE),
    Shelf("reading", "Files", READING),
    Shelf("history", "History", HISTORY),
    Shelf("printing", "Printing", PRINTING),
)

RULES: tuple[Rule, ...] = tuple(sorted((rule for shelf in SHELVES for rule in shelf.rules), key=lambda rule: rule.name))
"""The rules of all shelves, by name."""
