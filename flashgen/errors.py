"""What the world can do to a run; an author's own mistakes are `Problem` values instead.

FlashgenError                   exit 3
├── UnreadableError             a file is there, but cannot be read
├── UnwritableError             an output cannot be put in its place
├── ClockError                  the time to stamp is impossible
├── SchemaError                 a note type would have other fields than learners have
├── NotOursError                a package that is no earlier release of the deck
├── NoRevisionError             version control has no such state
├── BusyError                   another command is writing
├── ChangedError                a file changed while it was worked on
├── DamagedError                what says how to undo half a run cannot be relied on
├── NoEngineError               what sets pages is not installed
├── EngineError                 pages cannot be set
└── WrongUsageError             exit 2
    ├── NoProjectError          no folder with decks/
    ├── NoDeckError             decks/ is empty
    ├── NoSuchDeckError         a deck that the project does not have
    ├── NoSuchChapterError      a chapter that the deck does not have
    ├── NoSuchRuleError         a rule that nothing knows
    ├── NoPageError             a text that has no page of the source
    ├── ManySourcesError        one text, and decks about several sources
    ├── SameOutputError         two packages would have one name
    ├── ManyDecksError          a package to adopt, and several decks
    ├── LockThereError          a package to adopt, and a lock that knows more
    ├── LockGoneError           a package was built, and the lock is gone
    ├── LockBehindError         a release that the lock does not know of
    ├── NoSuchLayoutError       a layout that nothing knows
    ├── NoSuchTagError          a tag that no entry has
    ├── NothingToPrintError     no card is on what was asked for
    ├── OneFileError            a file for sheets, and several decks
    └── OneSidedError           an option for two sides, and one side
"""

_MANY = 100
"""So many words are compared with a misspelt one, or listed, at the most."""


def suggested(word: str, known: tuple[str, ...]) -> str:
    """Return what may have been meant: the known word most like this one, or all where none is close."""
    from difflib import get_close_matches

    # Of very many, only those that begin alike are compared: comparing takes its time.
    near = known if len(known) <= _MANY else [one for one in known if one[:2] == word[:2]][:_MANY]
    close = get_close_matches(word, near, n=1, cutoff=0.6)
    if close:
        return f'did you mean "{close[0]}"?'
    return f"there is {', '.join(known[:_MANY]) or 'none'}{', …' if len(known) > _MANY else ''}"


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


class SchemaError(FlashgenError):
    """A note type has other fields or cards than the one that learners have, which would freeze all their notes."""

    def __init__(self, path: str, kind: str, released: tuple[str, ...], now: tuple[str, ...]) -> None:
        gone, come = (set(one) - set(other) for one, other in ((released, now), (now, released)))
        said = [f"{' and '.join(sorted(some))} {what}" for some, what in ((gone, "gone"), (come, "new")) if some]
        super().__init__(
            f'{path}: the fields and cards of the note type "{kind}" are not as learners have them '
            f"({', '.join(said) or 'in another order'}), which would freeze all their notes: build with the version "
            "of flashgen that released it"
        )


class NotOursError(FlashgenError):
    """A package was not made from a deck, or cannot be read as one."""

    def __init__(self, path: str, deck: str, reason: str) -> None:
        super().__init__(f"{path} is no earlier package of the deck {deck}: {reason}")


class NoRevisionError(FlashgenError):
    """Version control cannot show a file as it was."""

    def __init__(self, revision: str, reason: str) -> None:
        super().__init__(f"{revision} is neither a package nor a revision: {reason}")


class BusyError(FlashgenError):
    """Another command is at work for too long on what this one is to write."""

    def __init__(self, root: str, what: str) -> None:
        super().__init__(f"another flashgen {what} is running in {root}; try again when it has finished")


class ChangedError(FlashgenError):
    """Somebody saved a file between its reading and its writing; theirs stays."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} was saved by somebody else meanwhile, and stays as it is; run the command again")


class DamagedError(FlashgenError):
    """What says how to undo half a run cannot be relied on."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            f"{path} {reason}, so nothing was undone: where an output NAME has a file .NAME.old beside it, rename that "
            f"to NAME; then delete {path}"
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


class NoSuchRuleError(WrongUsageError):
    """No rule has that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        hint = suggested(name, known)
        super().__init__(f'no rule "{name}": {hint if "?" in hint else "flashgen explain lists them all"}')


class NoPageError(WrongUsageError):
    """What was named as a copy of the source has none of its pages."""

    def __init__(self, path: str, source: str) -> None:
        super().__init__(f"{path} has no page of {source}: name a folder with files like p098.txt, or a PDF")


class ManySourcesError(WrongUsageError):
    """A text is a copy of one source only."""

    def __init__(self, path: str, sources: tuple[str, ...]) -> None:
        said = f"{path} is a copy of one source, but these decks are about {' and '.join(sources)}"
        super().__init__(f"{said}: name the decks about one of them")


class SameOutputError(WrongUsageError):
    """Two packages would have one name, and one of them would be lost."""

    def __init__(self, name: str) -> None:
        super().__init__(f"two packages would be called {name}: rename a deck's folder or a chapter file")


class ManyDecksError(WrongUsageError):
    """A package can be adopted for one deck only."""

    def __init__(self, package: str, decks: tuple[str, ...]) -> None:
        super().__init__(f"which deck is {package} an earlier package of? name one: {', '.join(decks)}")


class LockThereError(WrongUsageError):
    """A lock that is there knows more than what is to be adopted."""

    def __init__(self, path: str, since: str) -> None:
        super().__init__(
            f"{path} knows more than {since} does: name a newer one; a broken file can be restored with "
            f"`git checkout -- {path}`"
        )


class LockGoneError(WrongUsageError):
    """The deck was built before, but what it released is not known any more."""

    def __init__(self, lock: str, package: str) -> None:
        super().__init__(
            f"{package} was built, but {lock} is gone, without which learners' history could move to other facts: "
            f"restore it from version control, or add --adopt {package}; if nobody ever got the package, delete it"
        )


class LockBehindError(WrongUsageError):
    """A release of the deck is not among those that its lock knows of."""

    def __init__(self, lock: str, last: int, release: str, number: int) -> None:
        super().__init__(
            f"{release} is release {number} of the deck, which {lock} (release {last}) does not know of: it was taken "
            f"back, or it comes from another branch. Add --adopt {release}: all that learners have stays known, and "
            "your files go out as the next release. If nobody ever got it, delete it"
        )


class NoSuchLayoutError(WrongUsageError):
    """No layout, product or file has that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f'no layout "{name}": {suggested(name, known)}')


class NoSuchTagError(WrongUsageError):
    """No entry of the chosen decks and chapters has that tag."""

    def __init__(self, tag: str, known: tuple[str, ...]) -> None:
        super().__init__(f'no entry is tagged "{tag}": {suggested(tag, known)}')


class NothingToPrintError(WrongUsageError):
    """What was asked for has no card on it."""

    def __init__(self, deck: str, what: str) -> None:
        super().__init__(f"{deck} has no {what} to print")


class OneFileError(WrongUsageError):
    """One file is named for the sheets of several decks."""

    def __init__(self, decks: tuple[str, ...]) -> None:
        super().__init__(f"-o names one file, but there are several decks: name one of {', '.join(decks)}")


class OneSidedError(WrongUsageError):
    """A layout with one side has nothing to flip, to leave out or to move."""

    def __init__(self, layout: str, option: str) -> None:
        super().__init__(f'the layout "{layout}" has one side only: leave out {option}')


class NoEngineError(FlashgenError):
    """The engine that sets pages is not there."""

    def __init__(self) -> None:
        super().__init__(
            "sheets need Typst, which is not installed: pip install 'typst>=0.15.2,<0.16'; there are builds of it for "
            "Linux (x86_64, aarch64, armv7), macOS and Windows x64, but not for 32-bit Windows or Windows on ARM"
        )


class EngineError(FlashgenError):
    """The engine cannot set the pages, for a reason that lies neither in a text's length nor in its letters."""

    def __init__(self, deck: str) -> None:
        super().__init__(
            f"Typst cannot set the sheets of {deck}: print its chapters one by one with -c to find the one that fails, "
            "shorten or simplify what is unusual in it, and please report it"
        )
