"""What all failures have in common: they end a run with an exit code."""


class FlashgenError(Exception):
    """A failure outside the author's files: what failed, and what to do about it; as text, both."""

    exit_code = 3

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message}: {hint}" if hint else message)
        self.message, self.hint = message, hint


class WrongUsageError(FlashgenError):
    """The command line names something that does not exist or does not fit."""

    exit_code = 2
