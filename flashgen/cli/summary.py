"""How a check ends: all findings, how many there were of each rule and in each file, and what is not shown."""

from collections.abc import Iterator, Sequence

import click

from flashgen.cli.report import counted, say, show
from flashgen.model.deck import Deck
from flashgen.model.findings import Counts, Findings
from flashgen.model.shown import shown


def tell(found: Findings, counts: Counts, decks: Sequence[Deck], brief: bool) -> None:
    """Print findings and how many there are, or that there are none; `counts` are those of all that was found.

    In brief, no table of rules and files comes before the counts.
    """
    hidden = {one: counts[one] - found.counts[one] for one in counts}
    if found.problems:
        show(found)
        say(*(() if brief else _summary(found)), f"{counted(found.counts)}{_unsaid(found, hidden, brief)}")
    else:
        count = sum(len(deck.notes) for deck in decks)
        looked_at = f"{count} {'entry' if count == 1 else 'entries'} in {len(decks)} deck{'s' * (len(decks) != 1)}"
        click.echo(f"{looked_at}: no problems{_unsaid(found, hidden, brief)}")


def _summary(found: Findings) -> Iterator[str]:
    yield "by rule:"
    yield from (f"    {rule}: {counted(counts)}" for rule, counts in found.per_rule.items())
    yield "by file:"
    yield from (f"    {shown(found.seen(path))}: {counted(counts)}" for path, counts in found.per_file.items())


def _unsaid(found: Findings, hidden: Counts, brief: bool) -> str:
    """Return what else was found: findings that nobody asked to see, and what stands in a baseline."""
    cure = "" if brief else ": --notes shows them"
    notes = f"; {counted(hidden)} not shown{cure}" if any(hidden.values()) else ""
    known = f"; {found.passed_over} passed over: in the baseline" if found.passed_over else ""
    return notes + known
