"""The terminal that a run prints on: how wide it is, and whether it shows colours."""

import os
import sys
from collections.abc import Mapping
from typing import TextIO

from flashgen.emit.report.columns import ENDLESS

_USUAL = 80
"""The columns of a terminal that does not tell them."""


def width(stream: TextIO | None = None) -> int:
    """Return the columns of a stream, standard error by default: COLUMNS if set; ENDLESS if it is no terminal."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    stream = stream or sys.stderr
    try:
        return os.get_terminal_size(stream.fileno()).columns or _USUAL
    except (AttributeError, OSError, ValueError):  # no stream, no terminal, or a stream that was closed
        return ENDLESS


def colour(environment: Mapping[str, str]) -> bool | None:
    """Return whether colours are wanted or not by NO_COLOR, FORCE_COLOR or TERM; None where the terminal decides."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return True if environment.get("FORCE_COLOR") else None
