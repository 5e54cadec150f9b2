"""`flashgen new`: start a deck."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import click

from flashgen.cli.answers import Options, answers
from flashgen.cli.commands import example
from flashgen.cli.named import named
from flashgen.cli.options import folder
from flashgen.cli.report import notice
from flashgen.emit.project.newdeck import NewSource, new_deck
from flashgen.errors import DeckThereError, NoProjectError
from flashgen.load.deck import deck_file
from flashgen.load.files import deck_folders, read, read_bytes
from flashgen.load.project import project_root
from flashgen.model.place import Place
from flashgen.store.added import add_files

_IGNORED = ("dist/", ".flashgen/")


@click.command(epilog=example("flashgen new darwin --author 'Darwin, Charles' --pages i-ix,1-502"))
@click.argument("name")
@click.option("--title", help="Title of the text")
@click.option("--author", "authors", multiple=True, help="Author, as 'Family, Given' (repeatable)")
@click.option("--bib", metavar="FILE", help="Citation from a BibTeX or CSL-JSON file; FILE#KEY for one of its items")
@click.option("--locator", metavar="WORD", help="What the pages are: page, section, verse, … [default: page]")
@click.option("--pages", help="Pages, such as 1-350 or i-xv,1-350; none for a text without pages [default: 1-100]")
@click.option("--language", metavar="TAG", help="Language of the cards [default: en]")
@partial(folder, callback=None, default="the nearest parent with decks/, or this folder")
def new(root: Path, name: str, **options: Any) -> None:
    """Start a deck.

    NAME is that of its folder in decks/. On a terminal, asks for what you leave out. Never changes a file that is
    already there.
    """
    from flashgen.emit.project.slug import slug

    root, deck = _project(root), slug(name)
    _refuse_taken(root / "decks", deck)
    given = answers(name, root, Options(**options))
    files = new_deck(deck, str(uuid4()), given.language, given.source, given.page, root, _names(root))
    files.update(given.bibliography.copies)
    added = add_files(files, root / "decks" / deck, root)
    _tell(added, files.keys() - {*added}, root, deck)
    for doubt in _doubts(given.source, named(root / "source" / f"{deck}.yaml")):
        notice("note", *doubt)


def _project(start: Path) -> Path:
    """Return the project's folder; a new project begins where the command runs."""
    try:
        return project_root(start)
    except NoProjectError:
        return start


def _refuse_taken(decks: Path, name: str) -> None:
    """Raise DeckThereError if a deck has that name, on disks that ignore case too."""
    for there in decks.iterdir() if decks.is_dir() else ():
        if there.name.casefold() == name and (not there.is_dir() or any(there.iterdir())):
            raise DeckThereError(named(there))


def _names(root: Path) -> set[str]:
    """Return the names of the project's decks, as far as they can be read."""
    files = [folder / "deck.yaml" for folder in deck_folders(root, ())] if (root / "decks").is_dir() else []
    return {deck_file(read(file, root, []), Place("", 1, 1), []).name for file in files if file.exists()}


def _doubts(text: NewSource, source: str) -> Iterator[tuple[str, str]]:
    """Yield what may have been meant in another way: a person as an institution, a number of pages as a page.

    Each has a hint.
    """
    for author in text.authors:
        if " " in author and "," not in author:
            message = f'"{author}" has no comma, so it is the name of an institution'
            yield message, f"for a person, write family: and given: in {source}"
    for page in text.pages:
        if len(text.pages) == 1 and page.isdecimal():
            yield f"page {page} is the only page", f"if it is the last of several, write 1-{page} in {source}"


def _tell(added: Iterable[Path], kept: Iterable[Path], root: Path, deck: str) -> None:
    """Print the files, and what to do next."""
    for path in added:
        click.echo(named(path))
    if kept:
        click.echo(f"kept as they were: {', '.join(sorted(map(named, kept)))}")
    if missing := _not_ignored(root / ".gitignore"):
        click.echo(f"add to .gitignore: {' '.join(missing)}")
    chapter = named(root / "decks" / deck / "01-first.yaml")
    click.echo(f"next: replace the samples in {chapter}, then run `flashgen check` and `flashgen build`")


def _not_ignored(file: Path) -> list[str]:
    lines = {line.strip().strip("/") for line in read_bytes(file).decode("utf-8", "replace").splitlines()}
    return [name for name in _IGNORED if name.strip("/") not in lines]
