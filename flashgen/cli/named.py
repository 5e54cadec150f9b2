"""How files are called in what commands print."""

import os
from pathlib import Path

from flashgen.model.shown import shown


def named(path: Path) -> str:
    """Return a path relative to the working folder, safe to print."""
    return shown(os.path.relpath(path))
