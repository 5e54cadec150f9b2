"""What all failures have in common: they end a run with an exit code."""


class FlashgenError(Exception):
    """A failure outside the author's files; its text is the complete message for the user."""

    exit_code = 3


class WrongUsageError(FlashgenError):
    """The command line names something that does not exist or does not fit."""

    exit_code = 2
