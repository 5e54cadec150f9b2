"""A progress bar, on a terminal, for work that takes over a second."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from time import monotonic
from typing import TypeVar

import click

T = TypeVar("T")
PATIENCE = 1.0
"""Seconds before the bar appears."""


class Progress:
    """Track several loops as one, and draw a bar after a second."""

    def __init__(self, label: str, quiet: bool) -> None:
        self.label = label
        self.shown = not quiet and sys.stderr is not None and sys.stderr.isatty()
        self.start = monotonic()

    def track(self, items: Sequence[T]) -> Iterable[T]:
        """Return the items, counting them as they are used."""
        return self._drawn(items) if self.shown else items

    def _drawn(self, items: Sequence[T]) -> Iterator[T]:
        with ExitStack() as stack:
            bar = None
            for done, item in enumerate(items, 1):
                yield item
                if bar:
                    bar.update(1)
                elif monotonic() - self.start > PATIENCE:
                    bar = click.progressbar(length=len(items), label=self.label, file=sys.stderr)
                    stack.enter_context(bar).update(done)
