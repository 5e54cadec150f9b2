"""QR codes, for those who hold paper: a drawing of squares that a telephone reads from 40 cm."""

from functools import cache
from io import BytesIO

MODULE = 0.42
"""How wide a square is, in mm; cameras want 0.40."""

SMALLEST = 12.0


@cache
def code(url: str) -> tuple[str, float]:
    """Return a QR code as SVG, and how wide it is to be, in mm; it needs white around it."""
    import segno

    # All eight masks would be tried to choose the best, for five times the time; readers take any.
    made = segno.make(url, error="m", micro=False, mask=3)
    drawn = BytesIO()
    made.save(drawn, kind="svg", xmldecl=False, border=0, svgclass=None, lineclass=None, omitsize=True)
    return drawn.getvalue().decode("ascii"), max(SMALLEST, made.symbol_size(border=0)[0] * MODULE)
