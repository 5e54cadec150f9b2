"""How many cards a deck has of each kind, tag and tier, as bars."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.tier import CORE, MORE

_ROW, _LABEL, _WIDTH = 22.0, 130.0, 340.0
_ROOM = 45.0
"""Room for a number behind the longest bar."""

_MOST = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: how far down, how long, what it stands for, and the number."""

    y: float
    length: float
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, in units of its view box."""

    title: str
    bars: tuple[Bar, ...]
    width: float = _WIDTH
    label: float = _LABEL

    @property
    def height(self) -> float:
        """How high it is."""
        return len(self.bars) * _ROW


def charts(deck: Deck) -> tuple[Chart, ...]:
    """Return the charts of what a deck teaches."""
    words = deck.words
    tiers = {CORE: words.site_core, MORE: words.site_more}
    return (
        _chart(words.site_kind, deck, lambda note: (note.type.name,)),
        _chart(words.site_tag, deck, lambda note: note.tags),
        _chart(words.site_tier, deck, lambda note: (tiers[note.tier],)),
    )


def _chart(title: str, deck: Deck, groups: Callable[[Note], Iterable[str]]) -> Chart:
    """Return the chart of the largest groups; a note may be in several."""
    cards: Counter[str] = Counter()
    for note in deck.notes:
        for group in groups(note) if note.withdrawn is None else ():
            cards[group] += len(note.ordinals)
    largest = cards.most_common(_MOST)
    unit = (_WIDTH - _LABEL - _ROOM) / max((1, *[number for _, number in largest]))
    bars = [Bar(place * _ROW, number * unit, label, number) for place, (label, number) in enumerate(largest)]
    return Chart(title, tuple(bars))
