"""Failures of printing."""

from flashgen.errors.base import FlashgenError, WrongUsageError
from flashgen.errors.suggestion import suggested


class NoEngineError(FlashgenError):
    """Typst, which sets the pages, is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "sheets need Typst, which is not installed",
            "pip install 'typst>=0.15.2,<0.16'; there are builds of it for Linux (x86_64, aarch64, armv7), macOS and "
            "Windows x64, but not for 32-bit Windows or Windows on ARM",
        )


class EngineError(FlashgenError):
    """Typst cannot set the pages, though it can set each of their cards alone."""

    def __init__(self, deck: str, reason: str) -> None:
        super().__init__(f"Typst cannot set the sheets of {deck}: {reason}", "please report it, with what you printed")


class NoSuchLayoutError(WrongUsageError):
    """No layout, product or file has that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f'no layout "{name}"', suggested(name, known))


class NothingToPrintError(WrongUsageError):
    """The chosen entries have no card to print."""

    def __init__(self, deck: str, what: str) -> None:
        super().__init__(f"{deck} has no {what} to print")


class OneFileError(WrongUsageError):
    """One file is named for the sheets of several decks."""

    def __init__(self, decks: tuple[str, ...]) -> None:
        super().__init__("-o names one file, but there are several decks", f"name one of {', '.join(decks)}")


class OneSidedError(WrongUsageError):
    """An option for two-sided layouts was given for a one-sided one."""

    def __init__(self, layout: str, option: str) -> None:
        super().__init__(f'the layout "{layout}" has only one side', f"leave out {option}")


class UncutError(WrongUsageError):
    """An option for cards that are cut was given for a layout without any."""

    def __init__(self, layout: str, option: str) -> None:
        super().__init__(f'the layout "{layout}" is not cut', f"leave out {option}")
