"""Marks of print, and what people type for them."""

import re

_TYPED = str.maketrans({**dict.fromkeys("“”„«»「」″״", '"'), **dict.fromkeys("‘’‚‹›『』′׳", "'"), "–": "-"})
_SPACED = re.compile("(?<=«)[\u00a0\u202f]|[\u00a0\u202f](?=»)")


def straightened(words: str) -> str:
    """Return words with the marks that people type in place of those of print."""
    return words if words.isascii() else _SPACED.sub("", words).translate(_TYPED)
