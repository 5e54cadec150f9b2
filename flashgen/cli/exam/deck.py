"""The one deck that an exam is about."""

from pathlib import Path

import click

from flashgen.cli.progress import progress
from flashgen.cli.report import report
from flashgen.errors import SeveralDecksError
from flashgen.load.files import deck_folders
from flashgen.model.deck import Deck
from flashgen.pipeline import read_decks


def one_deck(root: Path, name: str, quiet: bool) -> Deck:
    """Return the deck of a name, or the only one; exits with its errors, if it has some."""
    folders = deck_folders(root, [name] if name else [])
    if len(folders) > 1:
        raise SeveralDecksError(tuple(folder.name for folder in folders))
    decks, problems = read_decks(root, [folder.name for folder in folders], progress(quiet))
    if problems:
        report(problems, root)
        raise click.exceptions.Exit(1)
    return decks[0]
