"""What several commands share: the project's folder, the decks, how much to say."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from flashgen.load.files import project_root

Command = Callable[..., Any]


def _found(_ctx: click.Context, _option: click.Parameter, start: Path) -> Path:
    return project_root(start)


def project(command: Command) -> Command:
    """Give a command `root`, the project's folder, and `names`, the decks that were asked for."""
    return folder(click.argument("names", metavar="[DECK]...", nargs=-1)(command))


def folder(command: Command, found: Callable[..., Path] | None = _found) -> Command:
    """Give a command `root`: the project's folder, or else what is `found` of the one that is named."""
    return click.option(
        "-C",
        "root",
        metavar="DIR",
        default=".",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        callback=found,
        help="The project's folder; without it, the nearest upward that has decks/.",
    )(command)


def loudness(command: Command) -> Command:
    """Give a command `quiet`."""
    return click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")(command)
