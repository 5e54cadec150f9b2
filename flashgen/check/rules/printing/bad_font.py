"""A font that printed sheets cannot use.

Paper shows only letters that its fonts have as outlines, in files that may be embedded. `fonts:` names font files, or
folders of them, in the deck's folder or the project's. They must end in .ttf, .otf, .ttc or .otc and consist of
outlines: web fonts and the pictures of colour fonts cannot be embedded. A font whose licence forbids embedding must not
be used either.

Wrong:

    # deck.yaml
    fonts: no-such-font.ttf

Right:

    # deck.yaml
    fonts: built-in
"""

from collections.abc import Iterator

from flashgen.check.rule import Rule
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem


def _check(deck: Deck) -> Iterator[Problem]:
    yield from (font.problem() for font in deck.fonts if font.fault)


BAD_FONT = Rule("bad-font", _check, vital=True)
