"""Write texts as YAML."""

import re
from collections.abc import Sequence

_PLAIN = re.compile(r"\w(?:[\w .()/&+'\u2019\u2013-]|:(?=\w))*(?<! )")
"""What YAML reads as it stands, in a list too: no sign at its start, no comma, no ": " and no " #" in it."""


def scalar(text: str) -> str:
    """Return a text on one line, in quotes where YAML needs them."""
    return text if _PLAIN.fullmatch(text) else "'{}'".format(text.replace("'", "''"))


def listed(texts: Sequence[str]) -> str:
    """Return a text, or several of them as a list."""
    one, *more = map(scalar, texts)
    return f"[{', '.join((one, *more))}]" if more else one
