"""`flashgen site`: make pages for a browser: the text with its cards, the cards, and a map of concepts."""

from pathlib import Path

import click

from flashgen.cli.commands import example
from flashgen.cli.named import named
from flashgen.cli.options import loudness, project
from flashgen.cli.progress import progress
from flashgen.cli.report import report
from flashgen.pipeline import checked_decks, sites
from flashgen.store.files import undo_unfinished, write_files


@click.command(epilog=example("flashgen site -o public"))
@project
@click.option("-o", "out", metavar="DIR", type=click.Path(path_type=Path), help="Output folder [default: dist/site]")
@loudness
def site(root: Path, names: tuple[str, ...], out: Path | None, quiet: bool) -> None:
    """Make pages for a browser.

    They need no server: index.html goes through the text page by page, cards.html shows and asks every card, and
    map.html draws pairs and terms.
    """
    undo_unfinished(root)
    track = progress(quiet)
    decks, problems = checked_decks(root, names, track)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        report(errors, root)
        raise click.exceptions.Exit(1)
    folder = out or root / "dist" / "site"
    made = sites(decks, problems, track)
    files = {folder / slug / name: page for slug, pages in made.items() for name, page in pages.items()}
    write_files(files, root)
    if not quiet:
        for path, page in files.items():
            click.echo(f"{named(path)}: {len(page) / 1000:,.0f} kB")
