"""`flashgen check --fix` and `--diff`: fix what can be fixed automatically, or show it."""

from collections.abc import Sequence
from pathlib import Path

import click

from flashgen.cli.named import named
from flashgen.emit.report.diff import as_diff
from flashgen.pipeline import fixed
from flashgen.store.files import write_files


def fixing(action: str | None, root: Path, names: Sequence[str]) -> None:
    """Fix the files of the named decks, or of all; with `diff`, show what would change and exit."""
    if action == "fix":
        _fix(root, names)
    elif action == "diff":
        files = fixed(root, names)
        for file in files:
            click.echo(as_diff(file), nl=False)
        raise click.exceptions.Exit(bool(files))


def _fix(root: Path, names: Sequence[str]) -> None:
    files = fixed(root, names)
    before = {root / file.path: file.old for file in files}
    if files:
        write_files({root / file.path: file.new for file in files}, root, before)
    for file in files:
        click.echo(f"{named(root / file.path)}: {', '.join(file.did)}", err=True)
