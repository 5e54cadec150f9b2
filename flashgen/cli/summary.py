"""How a check ends: all findings, how many there were of each rule and in each file, and what is not shown."""

from collections.abc import Iterator, Sequence

import click

from flashgen.cli.report import counted, say, show
from flashgen.model.deck import Deck
from flashgen.model.findings import Findings
from flashgen.model.shown import shown


def tell(found: Findings, hidden: int, decks: Sequence[Deck]) -> None:
    """Print findings and how many there are, or that there are none; `hidden` notes are left out."""
    if found.problems:
        show(found)
        say(*_summary(found), f"{counted(found.counts)}{_unsaid(found, hidden)}")
    else:
        count = sum(len(deck.notes) for deck in decks)
        looked_at = f"{count} {'entry' if count == 1 else 'entries'} in {len(decks)} deck{'s' * (len(decks) != 1)}"
        click.echo(f"{looked_at}: no problems{_unsaid(found, hidden)}")


def _summary(found: Findings) -> Iterator[str]:
    yield "by rule:"
    yield from (f"    {rule}: {counted(counts)}" for rule, counts in found.per_rule.items())
    yield "by file:"
    yield from (f"    {shown(found.seen(path))}: {counted(counts)}" for path, counts in found.per_file.items())


def _unsaid(found: Findings, hidden: int) -> str:
    """Return what else was found: notes that nobody asked for, and what stands in a baseline."""
    notes = f"; {hidden} note{'s' * (hidden > 1)} not shown: --notes shows them" if hidden else ""
    known = f"; {found.passed_over} passed over: in the baseline" if found.passed_over else ""
    return notes + known
