"""An image that is damaged, or of another type than its name says.

A browser may show what is left of a damaged file, or nothing at all; paper cannot. The type that a name says is what
some clients of Anki go by.
"""

from collections.abc import Iterator

from flashgen.check.picture import fault
from flashgen.check.rule import Rule
from flashgen.check.written import shown_images
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem


def _check(deck: Deck) -> Iterator[Problem]:
    known: dict[str, tuple[str, str] | None] = {}
    for name, text in shown_images(deck):
        if name not in known:
            known[name] = fault(name, deck.images[name])
        if found := known[name]:
            yield Problem(text.place, "broken-image", *found, words=name)


BROKEN_IMAGE = Rule("broken-image", _check, vital=True)
