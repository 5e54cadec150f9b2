"""Make the packages of decks, and write them with their locks."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from flashgen.cli.chapters import keep_chapters, kept_chapters
from flashgen.cli.clock import clock
from flashgen.cli.consent import ask
from flashgen.cli.known import not_behind, not_gone, to_be_tagged
from flashgen.cli.progress import progress
from flashgen.cli.report import notice, report, say
from flashgen.cli.screen import width
from flashgen.cli.unchanged import Earlier
from flashgen.emit.report.plan import as_text, summary
from flashgen.errors import SameOutputError
from flashgen.history.plan import Plan, plan
from flashgen.history.release import Release, lock_files
from flashgen.model.chosen import with_chapters
from flashgen.model.deck import Deck
from flashgen.model.made import Made
from flashgen.model.output import BuildOptions, Output
from flashgen.model.problem import Problem
from flashgen.pipeline import outputs, read_decks, release
from flashgen.store.files import exclusive, write_files
from flashgen.store.own import hashed


def built(
    root: Path,
    names: Sequence[str],
    folder: Path,
    wanted: Mapping[str, Any],
    quiet: bool,
    locked: bool,
    accept: bool,
    adopt: str | None,
    merge: bool,
    last: Earlier | None,
) -> tuple[list[Made], list[str], list[str]]:
    """Write the packages of decks, and their locks; return what was made, what to do in git, and what learners see.

    It is kept for a build after the `last`, for which nothing will have changed.
    """
    options, track = BuildOptions(**wanted), progress(quiet)
    with exclusive(root):
        known = kept_chapters(root, last, options.site)
        decks, problems = read_decks(root, names, track, adopt, merge, known, options.site)
        not_gone(() if adopt else decks, root, folder)
        _refuse_faults(problems, root)
        not_behind(decks, root, folder)
        releases, plans = _agreed(decks, options.chapters, locked, accept)
        packages = _distinct([output for each in releases for output in outputs(each, folder, options, track)])
        packages += _renewed(packages, root, decks)
        files = {output.path: output.content for output in packages} | lock_files(releases, root)
        write_files(files, root)
        made = [output.made for output in packages]
        if last and _is_kept(last, releases, made, hashes := {path: hashed(file) for path, file in files.items()}):
            for each in releases:
                keep_chapters(root, each, options.chapters, known, hashes)
    tagging = [message for each in releases if (message := to_be_tagged(each, root))]
    return made, tagging, [summary(each.deck.name, plans.get(each.deck.name)) for each in releases]


def _refuse_faults(problems: Sequence[Problem], root: Path) -> None:
    """Exit with what is wrong in the files, if anything is."""
    if problems:
        report(problems, root)
        raise click.exceptions.Exit(1)


def _agreed(
    decks: Sequence[Deck], chapters: Sequence[str], locked: bool, accept: bool
) -> tuple[list[Release], dict[str, Plan]]:
    """Return the next releases of decks, and what learners will see of them; exit unless somebody agrees to them."""
    releases = [release(deck, clock, chapters) for deck in with_chapters(decks, chapters)]
    plans = planned(releases)
    if locked:
        _refuse_changes(releases, plans)
    elif not accept:
        ask(releases, plans)
    return releases, plans


def _is_kept(last: Earlier, releases: Sequence[Release], made: Sequence[Made], files: Mapping[Path, str]) -> bool:
    """Keep what was made for a build after the `last`; tell whether nothing changed meanwhile."""
    rows = [(str(one.path), one.size, one.notes, one.cards) for one in made]
    result = (rows, [summary(each.deck.name) for each in releases])
    return last.keep(result, files, max(each.lock.newest for each in releases))


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


def planned(releases: Sequence[Release]) -> dict[str, Plan]:
    """Return what learners will see of the releases that change something, by the names of their decks."""
    return {each.deck.name: plan(each.deck.lock, each.lock) for each in releases if each.changed}


def _refuse_changes(releases: Sequence[Release], plans: Mapping[str, Plan]) -> None:
    """Exit with what would change, if a lock would change."""
    if plans:
        say(as_text(plans, width()), "")
        for each in [one for one in releases if one.deck.name in plans]:
            notice("error", f"{each.lock.place.path} would change", "build without --locked and commit it")
        raise click.exceptions.Exit(1)
