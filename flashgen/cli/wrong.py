"""What cannot be typed on a command line, with what to do about it."""

from typing import Any

import click


class WrongValueError(click.BadParameter):
    """A value that an option or argument cannot have."""

    def __init__(self, message: str, hint: str, param_hint: str | None = None, **known: Any) -> None:
        super().__init__(f"{message}; {hint}" if hint else message, param_hint=param_hint, **known)
        self.hint = hint


class WrongCommandError(click.UsageError):
    """A command that does not exist."""

    def __init__(self, name: str, hint: str, context: click.Context) -> None:
        super().__init__(f'no command "{name}"; {hint}', context)
        self.hint = hint
