"""`flashgen exam`: what helps before an exam."""

import click

from flashgen.cli.commands import Commands, example

SUMMARIES = {
    "paper": "Make exam papers with keys.",
    "plan": "Plan the days until an exam.",
}
"""The commands of `flashgen exam` and their summaries."""


@click.group(
    cls=Commands,
    package="flashgen.cli.exam",
    summaries=SUMMARIES,
    epilog=example("flashgen exam plan --on 2027-01-18 --minutes 40"),
)
def exam() -> None:
    """Plan the days until an exam, and make papers."""
