"""The output of a check: the findings, counts by rule and file, and how many are not shown."""

from collections.abc import Iterator

import click

from flashgen.cli.report import counted, say, show
from flashgen.cli.screen import width
from flashgen.emit.report.columns import wrapped
from flashgen.model.findings import Checked, Counts, Findings
from flashgen.model.shown import shown


def tell(found: Findings, counts: Counts, checked: Checked, brief: bool) -> None:
    """Print findings and their number, or that there are none; `counts` includes those that are not shown.

    `brief` leaves out the tables of rules and files.
    """
    hidden = {severity: counts[severity] - found.counts[severity] for severity in counts}
    if found.problems:
        show(found)
        say(*(() if brief else _summary(found)), f"{counted(found.counts)}{_unsaid(found, hidden, brief)}")
    else:
        entries = f"{checked.entries} {'entry' if checked.entries == 1 else 'entries'}"
        decks = f"{checked.decks} deck{'s' * (checked.decks != 1)}"
        click.echo(f"{entries} in {decks}: no findings{_unsaid(found, hidden, brief)}")


def _summary(found: Findings) -> Iterator[str]:
    yield click.style("by rule:", bold=True)
    yield from (_line(rule, counts) for rule, counts in found.per_rule.items())
    yield click.style("by file:", bold=True)
    yield from (_line(shown(found.seen(path)), counts) for path, counts in found.per_file.items())


def _line(name: str, counts: Counts) -> str:
    return wrapped(f"{name}: {counted(counts)}", width(), "    ", "      ")


def _unsaid(found: Findings, hidden: Counts, brief: bool) -> str:
    """Return how many findings are not shown: those hidden by options, and those in the baseline."""
    hint = "" if brief else " (use --notes)"
    notes = f"; {counted(hidden)} not shown{hint}" if any(hidden.values()) else ""
    known = f"; {found.passed_over} in the baseline" if found.passed_over else ""
    return notes + known
