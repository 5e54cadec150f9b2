"""`flashgen build`: compile decks into Anki packages."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from flashgen.cli.commands import example
from flashgen.cli.named import named
from flashgen.cli.options import cache, chapters, loudness, project, site_url, tier
from flashgen.cli.unchanged import earlier
from flashgen.model.made import Made


@click.command(epilog=example("flashgen build --update"))
@project
@chapters
@click.option("--each-chapter", "each", is_flag=True, help="Also make a package of every chapter")
@tier("Also make a package of the entries of a tier, or limit packages of chapters to it")
@click.option("-o", "out", metavar="DIR", type=click.Path(path_type=Path), help="Output folder [default: dist]")
@click.option("--fresh", is_flag=True, help="Also make a package without withdrawn entries, for new learners")
@click.option("--update", is_flag=True, help="Also make update texts, for learners who edited notes")
@click.option("--locked", is_flag=True, help="Fail if deck.lock would change (for CI)")
@click.option("--accept", is_flag=True, help="Do not ask before withdrawing missing entries or risking reviews")
@click.option(
    "--adopt",
    metavar="APKG|REV",
    help="Rebuild a lost deck.lock, or bring it up to date, from a package or git revision",
)
@click.option("--merge", is_flag=True, help="Resolve a merge conflict in deck.lock")
@site_url
@cache
@loudness
def build(
    root: Path,
    names: tuple[str, ...],
    out: Path | None,
    locked: bool,
    accept: bool,
    adopt: str | None,
    merge: bool,
    anew: bool,
    quiet: bool,
    **wanted: Any,
) -> None:
    """Compile decks into Anki packages.

    DECK is a folder in decks/; without one, all decks.
    """
    folder = out or root / "dist"
    last = (
        None
        if anew or adopt or merge
        else earlier(root, "build", (names, str(folder.absolute()), wanted), (folder, root / "dist"))
    )
    tagging: list[str] = []
    if last and last.result:
        rows, summaries = last.result
        made = [Made(Path(path), *sizes) for path, *sizes in rows]
    else:
        from flashgen.cli.packages import built

        made, tagging, summaries = built(root, names, folder, wanted, quiet, locked, accept, adopt, merge, last)
    if not quiet:
        _tell(made, tagging, summaries)


def _tell(made: Iterable[Made], tagging: Iterable[str], summaries: Iterable[str]) -> None:
    """Print the outputs, what to do about them in git, and what learners will see."""
    for output in made:
        counts = f"{_counted(output.notes, 'note')}, {_counted(output.cards, 'card')}"
        click.echo(f"{named(output.path)}: {counts}, {output.size / 1000:,.0f} kB")
    for message in tagging:
        click.echo(message, err=True)
    for line in summaries:
        click.echo(line)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"
