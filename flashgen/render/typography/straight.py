"""Marks of print, and what people type for them."""

_TYPED = str.maketrans({**dict.fromkeys("“”„«»″״", '"'), **dict.fromkeys("‘’‚‹›′׳", "'"), "–": "-"})


def straightened(words: str) -> str:
    """Return words with the marks that people type in place of those of print."""
    return words if words.isascii() else words.translate(_TYPED)
