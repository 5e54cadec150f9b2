"""Failures of exam plans and papers."""

from flashgen.errors.base import FlashgenError, WrongUsageError


class NoMemoryModelError(FlashgenError):
    """The memory model, which plans are computed with, is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "plans need Anki's memory model, which is not installed",
            "pip install 'fsrs-rs-python>=0.9.3,<0.10'; there are builds of it for Linux (x86_64, aarch64), macOS and "
            "Windows x64, but not for 32-bit Windows",
        )


class BadCollectionError(FlashgenError):
    """A file is not an Anki collection, or is damaged."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} cannot be read as an Anki collection",
            "in Anki, run Tools > Check Database, then File > Export, format .colpkg",
        )


class OpenCollectionError(FlashgenError):
    """Anki has the collection open, or did not close it."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} is open in Anki, or Anki did not close it properly",
            "close Anki, or name an export of it (File > Export, format .colpkg)",
        )


class ForeignCollectionError(FlashgenError):
    """The collection has no card of the deck."""

    def __init__(self, path: str, deck: str) -> None:
        super().__init__(f"{path} has no card of the deck {deck}", "name the collection that you study it in")


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
            "the answer of another",
            "ask for fewer, or choose more of the deck",
        )
