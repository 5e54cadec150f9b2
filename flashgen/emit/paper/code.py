"""QR codes, for those who hold paper: a drawing of squares that a telephone reads from 40 cm."""

import re
from functools import cache

MODULE = 0.42
"""How wide a square is, in mm; cameras want 0.40."""

SMALLEST = 12.0
LONGEST = 200
"""An address of more characters would make a code that takes up most of a card."""

_DARK = re.compile(b"\x01+")


@cache
def code(url: str) -> tuple[str, float]:
    """Return a QR code as SVG, and how wide it is to be, in mm; it needs white around it."""
    import segno

    # All eight masks would be tried to choose the best, for five times the time; readers take any.
    rows = segno.make(url, error="m", micro=False, mask=3).matrix
    found = ((line, dark) for line, row in enumerate(rows) for dark in _DARK.finditer(bytes(row)))
    drawn = "".join([f"M{dark.start()} {line}.5h{dark.end() - dark.start()}" for line, dark in found])
    size = len(rows)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path stroke="#000" d="{drawn}"/></svg>'
    return svg, max(SMALLEST, size * MODULE)
