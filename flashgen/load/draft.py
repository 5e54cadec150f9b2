"""A source that is not written yet, read as if it were in a project."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from flashgen.load.source import read_source
from flashgen.model.problem import Problem
from flashgen.model.source import Source


def drafted(files: Mapping[str, bytes], name: str) -> tuple[Source | None, tuple[Problem, ...]]:
    """Return the source of a name that files below source/ would make, and what is wrong with them."""
    problems: list[Problem] = []
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "source").mkdir()
        for file, content in files.items():
            (root / "source" / file).write_bytes(content)
        source = read_source(root / "source" / f"{name}.yaml", name, root, problems)
    return source, tuple(problems)
