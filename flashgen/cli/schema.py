"""`flashgen schema`: JSON Schemas of the author's files, for editors."""

from functools import partial
from pathlib import Path

import click

from flashgen.cli.commands import example
from flashgen.cli.named import named
from flashgen.cli.options import OneOf, folder
from flashgen.emit.report.schema import FILES, path_of
from flashgen.emit.report.schema import schema as schema_of
from flashgen.load.project import project_root
from flashgen.store.files import write_files


@click.command(epilog=example("flashgen schema deck"))
@click.argument("file", type=OneOf(FILES), default="chapter")
@click.option("--write", is_flag=True, help="Write all schemas into decks/.schema/")
@partial(folder, callback=None)
def schema(root: Path, file: str, write: bool) -> None:
    """Print JSON Schemas for editors.

    The default is the schema of chapter files.
    """
    if not write:
        click.echo(schema_of(file), nl=False)
        return
    root = project_root(root)
    schemas = {path_of(file, root): schema_of(file) for file in FILES}
    write_files(schemas, root)
    for path in schemas:
        click.echo(named(path))
