"""A command line that names what a deck does not have."""

from flashgen.errors.base import WrongUsageError
from flashgen.errors.suggestion import did_you_mean, suggested


class NoSuchChapterError(WrongUsageError):
    """The deck has no chapter with that numeral or file name."""

    def __init__(self, name: str, known: tuple[tuple[str, str], ...]) -> None:
        numerals, files = (tuple(chapter[way] for chapter in known) for way in (0, 1))
        super().__init__(f'no chapter "{name}"', did_you_mean(name, files) or suggested(name, numerals))


class NoSuchRuleError(WrongUsageError):
    """No rule has that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        hint = did_you_mean(name, known) or "run `flashgen explain` to list all rules"
        super().__init__(f'no rule "{name}"', hint)


class NoSuchTagError(WrongUsageError):
    """No entry of the chosen decks and chapters has that tag."""

    def __init__(self, tag: str, known: tuple[str, ...]) -> None:
        super().__init__(f'no entry is tagged "{tag}"', suggested(tag, known))


class NoSuchTierError(WrongUsageError):
    """No chosen entry of a deck has that tier."""

    def __init__(self, deck: str, tier: str) -> None:
        hint = "write tier: core in the entries that everybody should know" if tier == "core" else "all are core"
        super().__init__(f'no chosen entry of "{deck}" has the tier {tier}', hint)
