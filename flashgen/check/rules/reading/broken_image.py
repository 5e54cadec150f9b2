"""An image that is damaged, or whose type does not match its file ending.

A browser shows a part of a damaged file, or nothing, and flashgen cannot print it. Some Anki clients choose the type by
the file ending.
"""

from collections.abc import Iterator

from flashgen.check.picture import fault
from flashgen.check.rule import Rule
from flashgen.check.written import shown_images
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem


def _check(deck: Deck) -> Iterator[Problem]:
    faults: dict[str, tuple[str, str] | None] = {}
    for name, text in shown_images(deck):
        if name not in faults:
            faults[name] = fault(name, deck.images[name])
        if message_and_hint := faults[name]:
            yield Problem(text.place, "broken-image", *message_and_hint, words=name)


BROKEN_IMAGE = Rule("broken-image", _check, vital=True)
