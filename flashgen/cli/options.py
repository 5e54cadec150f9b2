"""What several commands share: the project's folder, the decks, how much to say."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from flashgen.load.files import project_root

Command = Callable[..., Any]


def project(command: Command) -> Command:
    """Give a command `root`, the project's folder, and `names`, the decks that were asked for."""
    return folder(click.argument("names", metavar="[DECK]...", nargs=-1)(command))


def folder(command: Command) -> Command:
    """Give a command `root`, the project's folder."""
    return click.option(
        "-C",
        "root",
        metavar="DIR",
        default=".",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        callback=lambda _ctx, _option, start: project_root(start),
        help="The project's folder; without it, the nearest upward that has decks/.",
    )(command)


def loudness(command: Command) -> Command:
    """Give a command `quiet`."""
    return click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")(command)
