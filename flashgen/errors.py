"""Failures outside the author's files. Mistakes in the author's files are `Problem` values, not exceptions.

FlashgenError                   exit 3
├── UnreadableError             a file is there, but cannot be read
├── UnwritableError             an output cannot be written
├── ClockError                  the time for the outputs is impossible
├── SchemaError                 a note type would have other fields than learners have
├── NotOursError                a package that is no earlier release of the deck
├── NoRevisionError             version control has no such state
├── BusyError                   another command is writing
├── ChangedError                a file changed while it was worked on
├── DamagedError                the journal of an interrupted run is damaged
├── NoEngineError               Typst is not installed
├── NoMemoryModelError          the memory model is not installed
├── BadCollectionError          a file that is no Anki collection
├── OpenCollectionError         a collection that Anki has open
├── ForeignCollectionError      a collection without the deck
├── EngineError                 Typst cannot set the pages
└── WrongUsageError             exit 2
    ├── NoProjectError          no folder with decks/
    ├── NoDeckError             decks/ is empty
    ├── NoSuchDeckError         a deck that the project does not have
    ├── BadNameError            a new deck cannot have that name
    ├── DeckThereError          a new deck has the name of another
    ├── NoSuchChapterError      a chapter that the deck does not have
    ├── NoSuchRuleError         a rule that does not exist
    ├── NoPageError             a text that has no page of the source
    ├── ManySourcesError        one text, and decks about several sources
    ├── NotCitedError           a text of a source that no deck cites page by page
    ├── SameOutputError         two packages would have one name
    ├── ManyDecksError          a package to adopt, and several decks
    ├── SeveralDecksError       a command about one deck, and several decks
    ├── LockThereError          a package to adopt, and a lock that knows more
    ├── LockGoneError           a package was built, and the lock is gone
    ├── LockBehindError         a release that the lock does not know of
    ├── NoSuchLayoutError       a layout that does not exist
    ├── NoSuchTagError          a tag that no entry has
    ├── NoSuchTierError         a tier that no chosen entry has
    ├── NothingToPrintError     the chosen entries have no card
    ├── OneFileError            a file for sheets, and several decks
    ├── OneSidedError           an option for two sides, and one side
    ├── NothingToStudyError     the chosen entries have no card to learn
    ├── FewQuestionsError       papers that need more questions than the deck has
    └── NotBuiltError           a package with options, and a deck that is not built
"""

_MANY = 200
"""Compare a misspelled word with at most this many words."""

_LISTED = 30
"""List at most this many words where none is close."""


def suggested(word: str, known: tuple[str, ...]) -> str:
    """Return a "did you mean" hint for a misspelled word, or the known words if none is close."""
    from difflib import get_close_matches

    # Compare only words with the same first two letters: `difflib` is slow on long lists.
    near = known if len(known) <= _MANY else [one for one in known if one[:2] == word[:2]][:_MANY]
    close = get_close_matches(word, near, n=1, cutoff=0.6)
    if close:
        return f'did you mean "{close[0]}"?'
    return f"there is {', '.join(known[:_LISTED]) or 'none'}{', …' if len(known) > _LISTED else ''}"


class FlashgenError(Exception):
    """A failure outside the author's files; its text is the complete message for the user."""

    exit_code = 3


class UnreadableError(FlashgenError):
    """A file or folder exists, but the system does not allow reading it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} cannot be read: {reason}")


class UnwritableError(FlashgenError):
    """An output cannot be written; the earlier file stays."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} cannot be written: {reason}; the earlier file was not changed")


class ClockError(FlashgenError):
    """The time for the outputs is impossible."""


class SchemaError(FlashgenError):
    """A note type differs in fields or cards from the released one, so learners' notes would no longer update."""

    def __init__(self, path: str, kind: str, released: tuple[str, ...], now: tuple[str, ...]) -> None:
        gone, come = (set(one) - set(other) for one, other in ((released, now), (now, released)))
        said = [f"{' and '.join(sorted(some))} {what}" for some, what in ((gone, "gone"), (come, "new")) if some]
        super().__init__(
            f'{path}: the note type "{kind}" has other fields or cards than the released one '
            f"({', '.join(said) or 'in another order'}), so learners' notes would no longer update: build with the "
            "version of flashgen that released it"
        )


class NotOursError(FlashgenError):
    """A package was not made from a deck, or cannot be read as one."""

    def __init__(self, path: str, deck: str, reason: str) -> None:
        super().__init__(f"{path} is not an earlier package of the deck {deck}: {reason}")


class NoRevisionError(FlashgenError):
    """Version control cannot show a file as it was."""

    def __init__(self, revision: str, reason: str) -> None:
        super().__init__(f"{revision} is neither a package nor a revision: {reason}")


class BusyError(FlashgenError):
    """Another command has kept the project locked for too long."""

    def __init__(self, root: str, what: str) -> None:
        super().__init__(f"another flashgen {what} is running in {root}; try again when it has finished")


class ChangedError(FlashgenError):
    """Someone saved a file after this command had read it; that version stays."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} changed while flashgen was running and was not overwritten; run the command again")


class DamagedError(FlashgenError):
    """The journal of an interrupted run is damaged, so the run cannot be undone."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            f"{path} {reason}, so nothing was undone: only if a build of yours was interrupted here, rename each "
            f".NAME.old beside an output NAME to NAME; then delete {path}"
        )


class WrongUsageError(FlashgenError):
    """The command line names something that does not exist or does not fit."""

    exit_code = 2


class NoProjectError(WrongUsageError):
    """Neither this folder nor a parent is a deck project."""

    def __init__(self, start: str) -> None:
        super().__init__(
            f"no folder decks/ in {start} or above it: name a project with -C, or start one with: flashgen new NAME"
        )


class NoDeckError(WrongUsageError):
    """The project has no deck."""

    def __init__(self, folder: str) -> None:
        super().__init__(f"no deck in {folder}: start one with: flashgen new NAME")


class NoSuchDeckError(WrongUsageError):
    """The project has no deck of that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f'no deck "{name}" in decks/: {suggested(name, known)} (a new one: flashgen new NAME)')


class BadNameError(WrongUsageError):
    """No folder can have the name of a new deck."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f'no deck can be named "{name}": {reason}')


class DeckThereError(WrongUsageError):
    """The project has a deck of that name; nothing was written."""

    def __init__(self, folder: str) -> None:
        super().__init__(f"{folder} is already there, and was not changed: choose another name for the new deck")


class NoSuchChapterError(WrongUsageError):
    """The deck has no chapter with that numeral or file name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f'no chapter "{name}": {suggested(name, known)}')


class NoSuchRuleError(WrongUsageError):
    """No rule has that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        hint = suggested(name, known)
        super().__init__(f'no rule "{name}": {hint if "?" in hint else "run `flashgen explain` to list all rules"}')


class NoPageError(WrongUsageError):
    """The copy of the source has none of its pages."""

    def __init__(self, path: str, source: str, example: str) -> None:
        cure = f"name a folder with files like {example}, or a PDF that has them where `pdf_offset` says"
        super().__init__(f"{path} has no page of {source}: {cure}")


class ManySourcesError(WrongUsageError):
    """One text was given for decks about several sources."""

    def __init__(self, path: str, sources: tuple[str, ...]) -> None:
        message = f"{path} is a copy of one source, but these decks are about {' and '.join(sources)}"
        super().__init__(f"{message}: write --text {sources[0]}={path}, or name only decks about one of them")


class NotCitedError(WrongUsageError):
    """A text was given for a source that no deck cites page by page."""

    def __init__(self, name: str, sources: tuple[str, ...]) -> None:
        super().__init__(f'no deck cites pages of "{name}": {suggested(name, sources)}')


class SameOutputError(WrongUsageError):
    """Two packages would have the same name, and one would be lost."""

    def __init__(self, name: str) -> None:
        super().__init__(f"two packages would have the name {name}: rename a deck's folder or a chapter file")


class ManyDecksError(WrongUsageError):
    """A package was given to adopt without naming its deck."""

    def __init__(self, package: str, decks: tuple[str, ...]) -> None:
        super().__init__(f"{package} can be adopted for only one deck: name one of {', '.join(decks)}")


class SeveralDecksError(WrongUsageError):
    """A command that is about one deck, and a project with several."""

    def __init__(self, decks: tuple[str, ...]) -> None:
        super().__init__(f"there are several decks: name one of {', '.join(decks)}")


class LockThereError(WrongUsageError):
    """The lock has more releases than the package to adopt."""

    def __init__(self, path: str, since: str) -> None:
        super().__init__(
            f"{path} has releases that {since} does not: name a newer package; to restore a broken lock, run "
            f"`git checkout -- {path}`"
        )


class LockGoneError(WrongUsageError):
    """The deck was built before, but its lock is missing."""

    def __init__(self, lock: str, package: str) -> None:
        super().__init__(
            f"{package} was built, but {lock} is missing, and without it learners' reviews could move to other facts: "
            f"restore it from version control, or add --adopt {package}; if nobody has the package yet, delete it"
        )


class LockBehindError(WrongUsageError):
    """The lock does not record a release of the deck."""

    def __init__(self, lock: str, last: int, release: str, number: int) -> None:
        super().__init__(
            f"{release} is release {number} of the deck, which {lock} (release {last}) does not record: the lock was "
            f"reverted, or the package comes from another branch; add --adopt {release} to keep what learners have and "
            "make your files the next release, or delete the package if nobody has it yet"
        )


class NoSuchLayoutError(WrongUsageError):
    """No layout, product or file has that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f'no layout "{name}": {suggested(name, known)}')


class NoSuchTagError(WrongUsageError):
    """No entry of the chosen decks and chapters has that tag."""

    def __init__(self, tag: str, known: tuple[str, ...]) -> None:
        super().__init__(f'no entry is tagged "{tag}": {suggested(tag, known)}')


class NoSuchTierError(WrongUsageError):
    """No chosen entry of a deck has that tier."""

    def __init__(self, deck: str, tier: str) -> None:
        hint = "write tier: core in the entries that everybody should know" if tier == "core" else "all are core"
        super().__init__(f'no chosen entry of "{deck}" has the tier {tier}; {hint}')


class NothingToPrintError(WrongUsageError):
    """The chosen entries have no card to print."""

    def __init__(self, deck: str, what: str) -> None:
        super().__init__(f"{deck} has no {what} to print")


class OneFileError(WrongUsageError):
    """One file is named for the sheets of several decks."""

    def __init__(self, decks: tuple[str, ...]) -> None:
        super().__init__(f"-o names one file, but there are several decks: name one of {', '.join(decks)}")


class OneSidedError(WrongUsageError):
    """An option for two-sided layouts was given for a one-sided one."""

    def __init__(self, layout: str, option: str) -> None:
        super().__init__(f'the layout "{layout}" has only one side: leave out {option}')


class NothingToStudyError(WrongUsageError):
    """The chosen entries have no card to learn."""

    def __init__(self, deck: str) -> None:
        super().__init__(f"{deck} has no card to learn there: all are withdrawn or suspended")


class FewQuestionsError(WrongUsageError):
    """The deck has not enough questions that can stand on the wanted papers together."""

    def __init__(self, deck: str, papers: int, size: str, found: int) -> None:
        wanted = f"{papers} papers of {size} each" if papers > 1 else f"a paper of {size}"
        super().__init__(
            f"{deck} has not enough for {wanted}: {found} questions at most, if no entry is asked twice and none tells "
            "the answer of another; ask for fewer, or choose more of the deck"
        )


class NotBuiltError(WrongUsageError):
    """The deck has changed since it was last built, or never was."""

    def __init__(self, deck: str) -> None:
        super().__init__(
            f"--preset makes a package of the last build, but {deck} has changed since: run flashgen build first"
        )


class NoEngineError(FlashgenError):
    """Typst, which sets the pages, is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "sheets need Typst, which is not installed: pip install 'typst>=0.15.2,<0.16'; there are builds of it for "
            "Linux (x86_64, aarch64, armv7), macOS and Windows x64, but not for 32-bit Windows or Windows on ARM"
        )


class EngineError(FlashgenError):
    """Typst cannot set the pages, and neither a text's length nor its letters are the cause."""

    def __init__(self, deck: str) -> None:
        super().__init__(
            f"Typst cannot set the sheets of {deck}: print its chapters one by one with -c to find the one that fails, "
            "shorten or simplify what is unusual in it, and please report it"
        )


class NoMemoryModelError(FlashgenError):
    """The memory model, which plans are computed with, is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "plans need Anki's memory model, which is not installed: pip install 'fsrs-rs-python>=0.9.3,<0.10'; there "
            "are builds of it for Linux (x86_64, aarch64), macOS and Windows x64, but not for 32-bit Windows"
        )


class BadCollectionError(FlashgenError):
    """A file is not an Anki collection, or is damaged."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} cannot be read as an Anki collection: in Anki, run Tools > Check Database, then File > Export, "
            "format .colpkg"
        )


class OpenCollectionError(FlashgenError):
    """Anki has the collection open, or did not close it."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} is open in Anki, or Anki did not close it properly: close Anki, or name an export of it (File > "
            "Export, format .colpkg)"
        )


class ForeignCollectionError(FlashgenError):
    """The collection has no card of the deck."""

    def __init__(self, path: str, deck: str) -> None:
        super().__init__(f"{path} has no card of the deck {deck}: name the collection that you study it in")
