"""`flashgen build`: compile decks into Anki packages."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from flashgen.cli.clock import clock
from flashgen.cli.commands import example
from flashgen.cli.consent import ask
from flashgen.cli.known import not_behind, not_gone, to_be_tagged
from flashgen.cli.options import chapters, loudness, project, tier
from flashgen.cli.progress import progress
from flashgen.cli.report import named, notice, report
from flashgen.errors import SameOutputError
from flashgen.history.release import Release
from flashgen.model.deck import Deck
from flashgen.model.output import BuildOptions, Output
from flashgen.pipeline import lock_files, outputs, read_decks, release, with_chapters
from flashgen.store.files import exclusive, write_files


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
@loudness
def build(
    root: Path,
    names: tuple[str, ...],
    out: Path | None,
    locked: bool,
    accept: bool,
    adopt: str | None,
    merge: bool,
    quiet: bool,
    **wanted: Any,
) -> None:
    """Compile decks into Anki packages."""
    options, track = BuildOptions(**wanted), progress(quiet)
    with exclusive(root):
        decks, problems = read_decks(root, names, track, adopt, merge)
        folder = out or root / "dist"
        not_gone(() if adopt else decks, root, folder)
        if problems:
            report(problems, root)
            raise click.exceptions.Exit(1)
        not_behind(decks, root, folder)
        releases = [release(deck, clock, options.chapters) for deck in with_chapters(decks, options.chapters)]
        if locked:
            _refuse_changes(releases)
        elif not accept:
            ask(releases)
        packages = _distinct([output for each in releases for output in outputs(each, folder, options, track)])
        packages += _renewed(packages, root, decks)
        write_files({output.path: output.content for output in packages} | lock_files(releases, root), root)
    if not quiet:
        _tell(packages, releases, root)


def _distinct(packages: list[Output]) -> list[Output]:
    """Return the outputs if all have different paths, also on disks that ignore case. SameOutputError if not."""
    paths = Counter(str(output.path).casefold() for output in packages)
    duplicates = [output.path for output in packages if paths[str(output.path).casefold()] > 1]
    if duplicates:
        raise SameOutputError(duplicates[0].name)
    return packages


def _renewed(packages: Sequence[Output], root: Path, decks: Sequence[Deck]) -> list[Output]:
    """Return the packages of whole decks again for dist/, if older ones are there: none may fall behind the lock."""
    paths = {f"{deck.slug}.apkg": root / "dist" / f"{deck.slug}.apkg" for deck in decks}
    taken = {output.path.resolve() for output in packages}
    older = {name: path for name, path in paths.items() if path.exists() and path.resolve() not in taken}
    return [replace(output, path=older[output.path.name]) for output in packages if output.path.name in older]


def _refuse_changes(releases: Sequence[Release]) -> None:
    """Exit with what would change, if a lock would change."""
    changed = {each.deck.name: each for each in releases if each.changed}
    if changed:
        from flashgen.emit.report.plan import as_text
        from flashgen.history.plan import plan

        click.echo(as_text({name: plan(each.deck.lock, each.lock) for name, each in changed.items()}), err=True)
        for each in changed.values():
            notice("error", f"{each.lock.place.path} would change", "build without --locked and commit it")
        raise click.exceptions.Exit(1)


def _tell(packages: Sequence[Output], releases: Sequence[Release], root: Path) -> None:
    """Print the outputs, and what to do about them in git."""
    for output in packages:
        click.echo(_summary(output))
    for message in filter(None, [to_be_tagged(each, root) for each in releases]):
        click.echo(message, err=True)


def _summary(output: Output) -> str:
    notes, cards, size = output.notes, output.cards, len(output.content)
    counts = f"{notes} note{'s' * (notes != 1)}, {cards} card{'s' * (cards != 1)}"
    return f"{named(output.path)}: {counts}, {size / 1000:,.0f} kB"
