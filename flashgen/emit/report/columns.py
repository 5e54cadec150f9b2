"""Prose in the columns of a terminal: wrapped between words, be its letters wide, narrow or coloured."""

ENDLESS = 1_000_000
"""The width without a terminal: each sentence on one line, for `grep`, and for logs that wrap by themselves."""

WIDEST = 100
"""Columns of prose on a terminal that is wider: longer lines are hard to read."""

_NARROWEST = 20
"""Columns of prose on the narrowest terminal."""


def wrapped(words: str, width: int, lead: str = "", below: str = "") -> str:
    """Return words behind a lead, wrapped to a width; all lines but the first begin with `below`.

    Words and lead may be coloured as `click.style` does. A word is cut only where it is longer than a line.
    """
    if width >= ENDLESS or (len(lead) + len(words) <= min(width, WIDEST) and words.isascii()):
        return lead + words
    from wcwidth import wrap

    columns = max(min(width, WIDEST), len(below) + _NARROWEST)
    lines = wrap(words, columns, initial_indent=lead, subsequent_indent=below, break_on_hyphens=False)
    return "\n".join(lines or [lead])
