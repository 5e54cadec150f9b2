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
    ├── UncutError              an option for cutting, and nothing to cut
    ├── NothingToStudyError     the chosen entries have no card to learn
    ├── FewQuestionsError       papers that need more questions than the deck has
    └── NotBuiltError           a package with options, and a deck that is not built
"""

from flashgen.errors.base import FlashgenError, WrongUsageError
from flashgen.errors.choice import NoSuchChapterError, NoSuchRuleError, NoSuchTagError, NoSuchTierError
from flashgen.errors.copy import ManySourcesError, NoPageError, NotCitedError
from flashgen.errors.disk import BusyError, ChangedError, ClockError, DamagedError, UnreadableError, UnwritableError
from flashgen.errors.exam import (
    BadCollectionError,
    FewQuestionsError,
    ForeignCollectionError,
    NoMemoryModelError,
    NothingToStudyError,
    OpenCollectionError,
)
from flashgen.errors.printing import (
    EngineError,
    NoEngineError,
    NoSuchLayoutError,
    NothingToPrintError,
    OneFileError,
    OneSidedError,
    UncutError,
)
from flashgen.errors.project import (
    BadNameError,
    DeckThereError,
    NoDeckError,
    NoProjectError,
    NoSuchDeckError,
    SameOutputError,
    SeveralDecksError,
)
from flashgen.errors.release import (
    LockBehindError,
    LockGoneError,
    LockThereError,
    ManyDecksError,
    NoRevisionError,
    NotBuiltError,
    NotOursError,
    SchemaError,
)
from flashgen.errors.suggestion import did_you_mean, suggested

__all__ = [
    "BadCollectionError",
    "BadNameError",
    "BusyError",
    "ChangedError",
    "ClockError",
    "DamagedError",
    "DeckThereError",
    "EngineError",
    "FewQuestionsError",
    "FlashgenError",
    "ForeignCollectionError",
    "LockBehindError",
    "LockGoneError",
    "LockThereError",
    "ManyDecksError",
    "ManySourcesError",
    "NoDeckError",
    "NoEngineError",
    "NoMemoryModelError",
    "NoPageError",
    "NoProjectError",
    "NoRevisionError",
    "NoSuchChapterError",
    "NoSuchDeckError",
    "NoSuchLayoutError",
    "NoSuchRuleError",
    "NoSuchTagError",
    "NoSuchTierError",
    "NotBuiltError",
    "NotCitedError",
    "NotOursError",
    "NothingToPrintError",
    "NothingToStudyError",
    "OneFileError",
    "OneSidedError",
    "OpenCollectionError",
    "SameOutputError",
    "SchemaError",
    "SeveralDecksError",
    "UncutError",
    "UnreadableError",
    "UnwritableError",
    "WrongUsageError",
    "did_you_mean",
    "suggested",
]
