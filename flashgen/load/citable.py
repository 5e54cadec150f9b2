"""The labels that can be cited, and how an author may write them: pages of a source, footnotes of its pages."""

from collections.abc import Mapping
from dataclasses import dataclass

from flashgen.load.labels import DASH, bare
from flashgen.model.label import heads
from flashgen.model.source import Source


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels that can be cited, each with its place, in order.

    `lacks` says that a label, for which it has a place, is not among them. Where it is not `sure` that these are all,
    no label is reported.
    """

    places: Mapping[str, int]
    locator: str
    lacks: str
    sure: bool = True

    @property
    def labels(self) -> list[str]:
        """The labels alone."""
        return [*self.places]

    def place(self, written: str) -> int | None:
        """Return the place of a label; zeros before a number do not count."""
        place = self.places.get(written)
        if place is None:
            label = bare(written, self.locator)
            place = self.places.get(label, self.places.get(label.lstrip("0") if label.isdecimal() else label))
        return place

    def last(self, first: str, written: str) -> int | None:
        """Return the place of the last label of a range, which may leave out what it shares with the first."""
        tries = [written, *(f"{head}{written}" for head in heads(bare(first, self.locator)))]
        places = [place for one in tries if (place := self.place(one)) is not None]
        start = self.place(first) or 0
        return next((place for place in places if place >= start), places[0] if places else None)

    def ends(self, written: str) -> tuple[int, int] | None:
        """Return the places of the two ends of a range, or twice that of a label; None if an end is not there.

        The longest label wins: a label may have a hyphen of its own.
        """
        if (place := self.places.get(written)) is not None:
            return place, place
        written = " ".join(written.split())
        halves = [(written[: dash.start()], written[dash.end() :]) for dash in DASH.finditer(written)]
        for first, last in [(written, written), *halves]:
            one = self.place(first)
            other = None if one is None else self.last(first, last)
            if one is not None and other is not None:
                return one, other
        return None


def labels_of(source: Source) -> Labels:
    """Return the pages of a source."""
    return Labels(source.places, source.locator, f"{source.label} has no {source.locator} {{}}", source.whole)
