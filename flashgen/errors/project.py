"""A command line that does not fit the project and its decks."""

from flashgen.errors.base import WrongUsageError
from flashgen.errors.suggestion import suggested


class NoProjectError(WrongUsageError):
    """Neither this folder nor a parent is a deck project."""

    def __init__(self, start: str) -> None:
        super().__init__(
            f"no folder decks/ in {start} or above it", "name a project with -C, or start one with: flashgen new NAME"
        )


class NoDeckError(WrongUsageError):
    """The project has no deck."""

    def __init__(self, folder: str) -> None:
        super().__init__(f"no deck in {folder}", "start one with: flashgen new NAME")


class NoSuchDeckError(WrongUsageError):
    """The project has no deck of that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f'no deck "{name}" in decks/', f"{suggested(name, known)} (a new one: flashgen new NAME)")


class BadNameError(WrongUsageError):
    """No folder can have the name of a new deck."""

    def __init__(self, name: str, reason: str, hint: str) -> None:
        super().__init__(f'no deck can be named "{name}": {reason}', hint)


class DeckThereError(WrongUsageError):
    """The project has a deck of that name; nothing was written."""

    def __init__(self, folder: str) -> None:
        super().__init__(f"{folder} is already there, and was not changed", "choose another name for the new deck")


class SeveralDecksError(WrongUsageError):
    """A command that is about one deck, and a project with several."""

    def __init__(self, decks: tuple[str, ...]) -> None:
        super().__init__("there are several decks", f"name one of {', '.join(decks)}")


class SameOutputError(WrongUsageError):
    """Two packages would have the same name, and one would be lost."""

    def __init__(self, name: str) -> None:
        super().__init__(f"two packages would have the name {name}", "rename a deck's folder or a chapter file")
