"""A progress bar, on a terminal, for each part of a run that takes over a second."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

import click

from flashgen.model.output import Track, untracked

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

T = TypeVar("T")
PATIENCE = 1.0
"""Seconds before a bar appears."""


def progress(quiet: bool) -> Track:
    """Return what draws a bar for each loop of the running command, on a terminal."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        return untracked
    return click.get_current_context().with_resource(Progress()).track


class Progress(AbstractContextManager["Progress"]):
    """Draw a bar with the name of what is done, and wipe it as soon as that is done: it is never full."""

    def __init__(self) -> None:
        self.start = monotonic()
        self.bars = ExitStack()

    def track(self, items: Sequence[T], what: str) -> Iterable[T]:
        """Yield the items; the bar counts those that are done."""
        return self._drawn(items, what)

    def _drawn(self, items: Sequence[T], what: str) -> Iterator[T]:
        bar: Bar | None = None
        for done, item in enumerate(items):
            if bar:
                bar.advance(bar.task_ids[0])
            elif monotonic() - self.start > PATIENCE:
                bar = self.bars.enter_context(_bar())
                bar.add_task(what, total=len(items), completed=done)
            yield item
        self.bars.close()

    def __exit__(self, *_raised: object) -> None:
        self.bars.close()


def _bar() -> "Bar":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Bar(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False)
