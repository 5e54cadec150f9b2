"""The limit L: libyaml scans all files and no more; the rows of a built package are copied to a new one, and zipped.

python -m tests.bench.limit PROJECT PACKAGE
"""

import sqlite3
import sys
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from yaml.cyaml import CParser

Rows = dict[str, list[tuple[Any, ...]]]


def rows_of(database: Path) -> tuple[list[str], list[str], Rows]:
    """Return the statements that make the tables of a collection, those that make its indices, and all rows."""
    connection = sqlite3.connect(database)
    made = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL").fetchall()
    rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for type, name, _ in made if type == "table"}
    tables, indices = ([sql for type, _, sql in made if type == wanted] for wanted in ("table", "index"))
    connection.close()
    return tables, indices, rows


def scanned(project: Path) -> None:
    """Let libyaml scan all files of a project."""
    for file in project.rglob("*.yaml"):
        with file.open("rb") as stream:
            CParser(stream).raw_scan()


def written(tables: list[str], indices: list[str], rows: Rows, database: Path) -> None:
    """Write rows to a new database, and that to a zip."""
    connection = sqlite3.connect(database)
    for sql in tables:
        connection.execute(sql)
    for name, values in rows.items():
        if values:
            connection.executemany(f"INSERT INTO {name} VALUES({', '.join('?' * len(values[0]))})", values)
    for sql in indices:
        connection.execute(sql)
    connection.commit()
    connection.close()
    with ZipFile(database.with_suffix(".apkg"), "w", ZIP_DEFLATED, compresslevel=1) as archive:
        archive.write(database, "collection.anki2")


def main() -> None:
    """Do all of it in a folder of its own beside the project's."""
    project, package = Path(sys.argv[1]), Path(sys.argv[2])
    folder = project.with_name("limit")
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        file.unlink()
    with ZipFile(package) as archive:
        archive.extract("collection.anki2", folder)
    scanned(project)
    written(*rows_of(folder / "collection.anki2"), folder / "limit.anki2")


if __name__ == "__main__":
    main()
