"""An image, or all images of a deck, too large for AnkiWeb.

AnkiWeb takes no file of more than 100 MB, and shares no package of more than 500 MB. Learners who sync would see a
broken image on their other devices.
"""

from collections.abc import Iterator

from flashgen.check.rule import Rule
from flashgen.check.written import shown_images
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem

FILE, PACKAGE = 100_000_000, 500_000_000
"""Bytes that AnkiWeb takes at the most."""

_HINT = "save it smaller: a card shows no more than about 1,000 pixels"


def _check(deck: Deck) -> Iterator[Problem]:
    sizes = {}
    for name, text in shown_images(deck):
        sizes[name] = size = len(deck.images[name])
        if size > FILE:
            said = f'the image "{name}" has {_mb(size)}, and AnkiWeb takes no file of more than {_mb(FILE)}'
            yield Problem(text.place, "large-media", said, _HINT, "warning", name)
    if (total := sum(sizes.values())) > PACKAGE:
        said = f"the images of this deck have {_mb(total)}, and AnkiWeb shares no package of more than {_mb(PACKAGE)}"
        yield Problem(deck.name_place, "large-media", said, "save the largest smaller, or part the deck", "warning")


def _mb(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB"


LARGE_MEDIA = Rule("large-media", _check, "warning")
