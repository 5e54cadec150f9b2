"""Failures of files, of the clock, and of runs that meet."""

from flashgen.errors.base import FlashgenError


class UnreadableError(FlashgenError):
    """A file or folder exists, but the system does not allow reading it."""

    def __init__(self, path: str, reason: str, hint: str = "") -> None:
        super().__init__(f"{path} cannot be read: {reason}", hint)


class UnwritableError(FlashgenError):
    """An output cannot be written; the earlier file stays."""

    def __init__(self, path: str, reason: str, hint: str = "") -> None:
        super().__init__(f"{path} cannot be written: {reason}; the earlier file was not changed", hint)


class ClockError(FlashgenError):
    """The time for the outputs is impossible."""


class BusyError(FlashgenError):
    """Another command has kept the project locked for too long."""

    def __init__(self, root: str, what: str) -> None:
        super().__init__(f"another flashgen {what} is running in {root}", "try again when it has finished")


class ChangedError(FlashgenError):
    """Someone saved a file after this command had read it; that version stays."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} changed while flashgen was running and was not overwritten", "run the command again")


class DamagedError(FlashgenError):
    """The journal of an interrupted run is damaged, so the run cannot be undone."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            f"{path} {reason}, so nothing was undone",
            "only if a build of yours was interrupted here, rename each .NAME.old beside an output NAME to NAME; then "
            f"delete {path}",
        )
