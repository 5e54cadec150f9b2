"""An image that is not in the deck's folder: Anki refuses a package whose files are not all there.

Instead of

    extra: "![the estate](estate.png)"

with no such file, put `estate.png` beside the chapter files, or correct the name.
"""

from collections.abc import Iterator

from flashgen.check.rule import Rule
from flashgen.load.markdown import image_names
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem


def _check(deck: Deck) -> Iterator[Problem]:
    for extra in (note.extra for note in deck.notes if note.extra):
        for name in image_names(extra):
            if name not in deck.images:
                hint = "put a png, jpg, gif, svg or webp file of that name beside the chapter files"
                yield Problem(extra.place, "missing-image", f'no image "{name}" in the deck\'s folder', hint)


MISSING_IMAGE = Rule("missing-image", _check)
