"""How cards lie on a sheet of paper, in millimetres from its top left corner."""

from collections.abc import Iterator
from dataclasses import dataclass

Size = tuple[float, float]
"""Across and down, in mm."""

SMALLEST: Size = (50, 35)
LARGEST: Size = (600, 600)
_SLACK = 0.05


@dataclass(frozen=True, slots=True)
class Layout:
    """A grid of equal cards on a page; all in mm.

    `corner` is where the first card begins, `pitch` is from one card to the next. `form` names what else than a duplex
    grid is to be made; then the grid is one cell for all that the page holds. Perforated paper gets no cut marks.
    """

    name: str
    page: Size
    grid: tuple[int, int]
    card: Size
    corner: Size
    pitch: Size
    form: str = "cards"
    perforated: bool = False

    @property
    def landscape(self) -> bool:
        """Whether the page is wider than high."""
        return self.page[0] > self.page[1]

    @property
    def per_sheet(self) -> int:
        """How many cards lie on a sheet."""
        return self.grid[0] * self.grid[1]

    def faults(self) -> Iterator[str]:
        """Yield each reason why this layout cannot be printed."""
        if not all(0 < side <= most for side, most in zip(self.page, LARGEST, strict=True)):
            yield f"a page of {_size(self.page)} mm is none that a printer takes: at most {_size(LARGEST)} mm"
        if any(side < least for side, least in zip(self.card, SMALLEST, strict=True)):
            yield f"a card of {_size(self.card)} mm is too small for text: at least {_size(SMALLEST)} mm"
        if not all(1 <= count <= 20 for count in self.grid):
            yield f"a grid of {self.grid[0]} × {self.grid[1]} cards: from 1 to 20 either way"
        for axis, (way, last) in enumerate((("across", "right"), ("down", "bottom"))):
            yield from self._faults_along(axis, way, last)

    def _faults_along(self, axis: int, way: str, last: str) -> Iterator[str]:
        count, size, pitch = self.grid[axis], self.card[axis], self.pitch[axis]
        if count > 1 and pitch < size:
            yield f"cards overlap {way}: {pitch:g} mm from one to the next, and each takes {size:g} mm"
        over = self.corner[axis] + (count - 1) * pitch + size - self.page[axis]
        if self.corner[axis] < 0 or over > _SLACK:
            said = f"over the {last} edge by {over:.4g} mm" if over > _SLACK else "before the edge"
            yield f"the cards run off the page {way}: {said}"


def _size(size: Size) -> str:
    return f"{size[0]:g} × {size[1]:g}"
