"""What the world can do to a run; an author's own mistakes are `Problem` values instead.

FlashgenError                   exit 3
├── UnreadableError             a file is there, but cannot be read
├── UnwritableError             an output cannot be put in its place
├── ClockError                  the time to stamp is impossible
└── WrongUsageError             exit 2
    ├── NoProjectError          no folder with decks/
    ├── NoDeckError             decks/ is empty
    ├── NoSuchDeckError         a deck that the project does not have
    ├── NoSuchChapterError      a chapter that the deck does not have
    └── SameOutputError         two packages would have one name
"""


def suggested(word: str, known: tuple[str, ...]) -> str:
    """Return what may have been meant: the known word most like this one, or all where none is close."""
    from difflib import get_close_matches

    close = get_close_matches(word, known, n=1, cutoff=0.6)
    return f'did you mean "{close[0]}"?' if close else f"there is {', '.join(known) or 'none'}"


class FlashgenError(Exception):
    """A failure that is not in the author's files; its text is the whole sentence for the user."""

    exit_code = 3


class UnreadableError(FlashgenError):
    """A file or folder is there, but the system does not let us read it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} cannot be read: {reason}")


class UnwritableError(FlashgenError):
    """An output cannot be written; what stood there before still stands."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} cannot be written: {reason}; what stood there still stands")


class ClockError(FlashgenError):
    """The time that the outputs would carry cannot be right."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"SOURCE_DATE_EPOCH is {said}: give whole seconds after 2001 and not in the future, or leave it out"
        )


class WrongUsageError(FlashgenError):
    """The command asks for something that is not there."""

    exit_code = 2


class NoProjectError(WrongUsageError):
    """No folder from here upward is a deck project."""

    def __init__(self, start: str) -> None:
        super().__init__(f"no folder decks/ in {start} or above it: run in a deck project, or name it with -C")


class NoDeckError(WrongUsageError):
    """The project has no deck at all."""

    def __init__(self, folder: str) -> None:
        super().__init__(f"no deck in {folder}: make a folder there, with a deck.yaml in it")


class NoSuchDeckError(WrongUsageError):
    """The project has no deck of that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f'no deck "{name}" in decks/: {suggested(name, known)}')


class NoSuchChapterError(WrongUsageError):
    """The deck has no chapter with that numeral or file name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f'no chapter "{name}": {suggested(name, known)}')


class SameOutputError(WrongUsageError):
    """Two packages would have one name, and one of them would be lost."""

    def __init__(self, name: str) -> None:
        super().__init__(f"two packages would be called {name}: rename a deck's folder or a chapter file")
