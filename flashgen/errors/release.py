"""Failures around what was released: packages, revisions, the lock."""

from flashgen.errors.base import FlashgenError, WrongUsageError


class SchemaError(FlashgenError):
    """A note type differs in fields or cards from the released one, so learners' notes would no longer update."""

    def __init__(self, path: str, kind: str, released: tuple[str, ...], now: tuple[str, ...]) -> None:
        gone, come = (set(one) - set(other) for one, other in ((released, now), (now, released)))
        changes = [f"{' and '.join(sorted(some))} {what}" for some, what in ((gone, "gone"), (come, "new")) if some]
        super().__init__(
            f'{path}: the note type "{kind}" has other fields or cards than the released one '
            f"({', '.join(changes) or 'in another order'}), so learners' notes would no longer update",
            "build with the version of flashgen that released it",
        )


class NotOursError(FlashgenError):
    """A package was not made from a deck, or cannot be read as one."""

    def __init__(self, path: str, deck: str, reason: str, hint: str = "") -> None:
        super().__init__(f"{path} is not an earlier package of the deck {deck}: {reason}", hint)


class NoRevisionError(FlashgenError):
    """Version control cannot show a file as it was."""

    def __init__(self, revision: str, reason: str) -> None:
        super().__init__(f"{revision} is neither a package nor a revision: {reason}")


class ManyDecksError(WrongUsageError):
    """A package was given to adopt without naming its deck."""

    def __init__(self, package: str, decks: tuple[str, ...]) -> None:
        super().__init__(f"{package} can be adopted for only one deck", f"name one of {', '.join(decks)}")


class LockThereError(WrongUsageError):
    """The lock has more releases than the package to adopt."""

    def __init__(self, path: str, since: str) -> None:
        super().__init__(
            f"{path} has releases that {since} does not",
            f"name a newer package; to restore a broken lock, run `git checkout -- {path}`",
        )


class LockGoneError(WrongUsageError):
    """The deck was built before, but its lock is missing."""

    def __init__(self, lock: str, package: str) -> None:
        super().__init__(
            f"{package} was built, but {lock} is missing, and without it learners' reviews could move to other facts",
            f"restore it from version control, or add --adopt {package}; if nobody has the package yet, delete it",
        )


class LockBehindError(WrongUsageError):
    """The lock does not record a release of the deck."""

    def __init__(self, lock: str, last: int, release: str, number: int) -> None:
        super().__init__(
            f"{release} is release {number} of the deck, which {lock} (release {last}) does not record: the lock was "
            "reverted, or the package comes from another branch",
            f"add --adopt {release} to keep what learners have and make your files the next release, or delete the "
            "package if nobody has it yet",
        )


class NotBuiltError(WrongUsageError):
    """The deck has changed since it was last built, or never was."""

    def __init__(self, deck: str) -> None:
        super().__init__(
            f"--preset makes a package of the last build, but {deck} has changed since", "run flashgen build first"
        )
