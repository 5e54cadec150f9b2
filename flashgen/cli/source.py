"""`flashgen source prints`: what shows that words stand on a page, made from a copy of the text."""

from pathlib import Path
from secrets import token_bytes

import click

from flashgen.cli.options import folder, loudness
from flashgen.cli.report import named, report
from flashgen.load.files import prints_file
from flashgen.load.pages import prints_of
from flashgen.load.prints import kept_salt
from flashgen.load.printsfile import written
from flashgen.load.source import named_source
from flashgen.model.prints import RATES, Prints
from flashgen.model.problem import Problem
from flashgen.model.source import Source
from flashgen.store.files import heal, put


@click.group()
def source() -> None:
    """Manage sources."""


@source.command("prints")
@click.argument("name", metavar="SOURCE")
@click.option(
    "--text",
    metavar="PATH",
    required=True,
    type=click.Path(exists=True, path_type=Path),
    help="Your copy of the source: a PDF, or a folder with a text for each page.",
)
@folder
@loudness
def prints_command(root: Path, name: str, text: Path, quiet: bool) -> None:
    """Write source/SOURCE.prints, by which `check` looks words up on their page without the text."""
    problems: list[Problem] = []
    heal(root)
    cited = named_source(name, root, problems)
    salt = kept_salt(cited, root, problems) if cited else None
    if cited is None or problems:
        report(problems, root)
        raise click.exceptions.Exit(1)
    prints, path = prints_of(text, cited, salt or token_bytes(16), RATES), prints_file(root, cited.id)
    content = written(prints)
    put({path: content}, root)
    if not quiet:
        click.echo(f"{named(path)}: {_said(prints, cited)}, {len(content) / 1000:,.0f} kB")


def _said(prints: Prints, cited: Source) -> str:
    lacking = [str(page) for page in cited.pages if page not in prints.pages]
    count = f"{len(prints.pages)} page{'s' * (len(prints.pages) != 1)}"
    return f"{count}, without p. {', '.join(lacking)}" if lacking else count
