"""The entry point: all commands, and the one place where a failure becomes a message and an exit code."""

import gc
import os
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from typing import NoReturn

import click

from flashgen import __version__
from flashgen.cli.commands import Commands, example
from flashgen.cli.screen import colour
from flashgen.emit.report.columns import WIDEST
from flashgen.errors import FlashgenError

COMMANDS: Mapping[str, str] = {
    "build": "Compile decks into Anki packages.",
    "check": "Check decks for errors and weak cards.",
    "exam": "Plan the days until an exam, and make papers.",
    "explain": "Explain a rule of check, or list all rules.",
    "new": "Start a deck.",
    "plan": "Show what the next build would change for learners.",
    "schema": "Print JSON Schemas for editors.",
    "sheets": "Make printable card sheets (PDF).",
    "site": "Make pages for a browser.",
}
"""The commands and their summaries; here, so that listing them imports none of them."""


@click.group(
    cls=Commands,
    package="flashgen.cli",
    summaries=COMMANDS,
    epilog=example("flashgen new darwin && flashgen build"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": WIDEST},
)
@click.version_option(__version__, prog_name="flashgen")
@click.pass_context
def cli(context: click.Context) -> None:
    """Compile facts written in YAML into Anki packages whose cards cite and link to their pages."""
    context.color = colour(os.environ)


def main() -> None:
    """Run the command that was typed, and leave with its exit code."""
    # A deck is many small values without cycles: the garbage collector would take a third of a build and find nothing.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a name that the terminal cannot show must not fail a build
    try:
        sys.exit(cli.main(standalone_mode=False))
    except click.ClickException as error:
        from flashgen.cli.usage import tell_usage

        tell_usage(error)
        sys.exit(error.exit_code)
    except FlashgenError as error:
        _fail(error.exit_code, error.message, error.hint)
    except (click.Abort, KeyboardInterrupt):
        _fail(130, "interrupted; no output is half written")
    except OSError as error:
        _fail(3, f"{error.filename or 'the system'}: {error.strerror or error}")


def _fail(code: int, message: str, hint: str = "") -> NoReturn:
    """Print what failed, and leave."""
    from flashgen.cli.report import notice

    notice("error", message, hint)
    sys.exit(code)
