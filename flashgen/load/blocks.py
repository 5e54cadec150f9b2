"""The lines of a file that are text below `|` or `>`: white space at their ends is part of the text."""

from typing import Any

import yaml


def lines_in_blocks(text: str) -> frozenset[int]:
    """Return the lines of all blocks, counted from 1. The text must be valid YAML."""
    lines: set[int] = set()
    event: Any  # the stubs lack the marks of events
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if getattr(event, "style", None) in ("|", ">"):
            lines.update(range(event.start_mark.line + 2, event.end_mark.line + 1 + bool(event.end_mark.column)))
    return frozenset(lines)
