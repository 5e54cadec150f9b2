"""Groups of commands that are imported only when they run."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from flashgen.cli.wrong import WrongCommandError
from flashgen.errors.suggestion import suggested


def example(line: str) -> str:
    """Return the end of a help text: a command line to copy, which is never wrapped."""
    return f"\b\nExample: {line}"


class Commands(click.Group):
    """Commands, each in a module of its own name in one package; their summaries are listed without importing any."""

    def __init__(self, *arguments: Any, package: str, summaries: Mapping[str, str], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.package, self.summaries = package, summaries

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(self.summaries)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is typed; of an unknown one, tell which may be meant, or all."""
        if args[0] not in self.summaries and not args[0].startswith("-"):
            raise WrongCommandError(args[0], suggested(args[0], tuple(self.summaries)), ctx)
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        if cmd_name not in self.summaries:
            return None
        command: click.Command = getattr(import_module(f"{self.package}.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands and their summaries."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.summaries.items()))
