"""An image, or all images of a deck, too large for AnkiWeb, for phones or for paper.

Learners who sync would see a broken image on their other devices, or could not get the deck from AnkiWeb. It accepts no
files of more than 100 MB, and shares no packages of more than 500 MB. A picture of many pixels takes memory that phones
may not have, and one of more than 64 MB of it cannot be printed; photographs in JPEG may have more pixels.
"""

from collections.abc import Iterator

from flashgen.check.picture import excess
from flashgen.check.rule import Rule
from flashgen.check.written import shown_images
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem

FILE, PACKAGE = 100_000_000, 500_000_000
"""The most bytes that AnkiWeb accepts."""

_HINT = "save a smaller version: a card shows about 1,000 pixels at most"


def _check(deck: Deck) -> Iterator[Problem]:
    sizes = {}
    for name, text in shown_images(deck):
        sizes[name] = size = len(deck.images[name])
        if size > FILE:
            message = f'the image "{name}" has {_mb(size)}; the limit of AnkiWeb is {_mb(FILE)}'
            yield Problem(text.place, "large-media", message, _HINT, "warning", name)
        elif pixels := excess(name, deck.images[name]):
            message = f'the image "{name}" has {pixels}, too many for phones and for paper'
            yield Problem(text.place, "large-media", message, _HINT, "warning", name)
    if (total := sum(sizes.values())) > PACKAGE:
        message = f"the images of this deck have {_mb(total)}; the limit of AnkiWeb is {_mb(PACKAGE)} for a package"
        yield Problem(
            deck.name_place, "large-media", message, "shrink the largest images, or split the deck", "warning"
        )


def _mb(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB"


LARGE_MEDIA = Rule("large-media", _check, "warning")
