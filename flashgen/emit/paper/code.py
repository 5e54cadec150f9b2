"""QR codes on printed cards, large enough for a phone to read from 40 cm."""

import re
from functools import cache

MODULE = 0.42
"""The width of a square in mm; cameras need 0.40."""

SMALLEST = 12.0
LONGEST = 200
"""The longest address in characters: the code of a longer one would fill most of a card."""

_DARK = re.compile(b"\x01+")


@cache
def code(url: str) -> tuple[str, float]:
    """Return a QR code as SVG and its width in mm; leave white space around it."""
    import segno

    # Fix the mask: to try all eight takes five times as long, and readers accept any.
    rows = segno.make(url, error="m", micro=False, mask=3).matrix
    bars = ((line, dark) for line, row in enumerate(rows) for dark in _DARK.finditer(bytes(row)))
    path = "".join([f"M{dark.start()} {line}.5h{dark.end() - dark.start()}" for line, dark in bars])
    size = len(rows)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path stroke="#000" d="{path}"/></svg>'
    return svg, max(SMALLEST, size * MODULE)
