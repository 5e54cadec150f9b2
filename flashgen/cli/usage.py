"""Wrong usage, told with the face of all failures: what is wrong, what helps, and how the command is used."""

import click
from click.exceptions import NoArgsIsHelpError

from flashgen.cli.report import notice
from flashgen.errors.suggestion import did_you_mean


def tell_usage(error: click.ClickException) -> None:
    """Print what is wrong with a command line; a group without a command prints its help."""
    if isinstance(error, NoArgsIsHelpError):
        error.show()
        return
    context = error.ctx if isinstance(error, click.UsageError) else None
    message, hint = _parted(error)
    if context:
        usage = " ".join(context.get_usage().split())
        see = f"see `{context.command_path} --help`"
        notice("error", message, hint or see, note=f"{usage[0].lower()}{usage[1:]}")
    else:
        notice("error", message, hint)


def _parted(error: click.ClickException) -> tuple[str, str]:
    """Return what is wrong, in lower case and without a full stop, and what to do about it."""
    if isinstance(error, click.NoSuchOption):
        return f'no option "{error.option_name}"', did_you_mean(error.option_name, tuple(error.possibilities or ()))
    hint = getattr(error, "hint", "")
    message = error.format_message().removesuffix(f"; {hint}")
    return f"{message[:1].lower()}{message[1:]}".removesuffix("."), hint
