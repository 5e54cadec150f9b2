"""Slots: numbered placeholders, in Markdown, for the parts of a text that are not Markdown."""

import re

from flashgen.model.text import Deletion, Items, Math, Parts, Text

SLOT = re.compile("\x01([0-9]+)\x02")
"""A slot, with its number as the group of a match."""

Kept = Math | Deletion | Items | Text
"""A part that a slot stands for."""


def slotted(parts: Parts) -> tuple[str, list[Kept]]:
    """Return parts as Markdown with slots, and the parts that the slots stand for."""
    kept = [part for part in parts if not isinstance(part, str)]
    count = iter(range(len(kept)))
    return "".join([part if isinstance(part, str) else f"\x01{next(count)}\x02" for part in parts]), kept
