"""An image that no package can carry: from elsewhere, of another type, with scripts, or outside of extra.

Cards are learnt without a network and on other machines than the author's. So what they show travels in the package,
under a name of its own, and Anki can show only some types of it. An SVG may draw, and nothing more: it could run
scripts, or load what tells others who is learning.

Wrong:

    cloze: The state {{swelled up}}.
    extra: "![the estate](https://example.org/estate.png)"

Right:

    cloze: The state {{swelled up}}.
    extra: "![the estate](estate.png)"
"""

import re
from collections.abc import Iterator

from flashgen.check.rule import Rule
from flashgen.check.svg import is_svg, svg_faults
from flashgen.check.written import deck_texts, shown_images
from flashgen.load.markdown import image_names, is_image
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+:|//", re.IGNORECASE)
_SAVE = "save it beside the chapter files as png, jpg, gif, svg or webp, and write its name alone"


def _check(deck: Deck) -> Iterator[Problem]:
    for name, text in shown_images(deck):
        if is_svg(name) and (found := svg_faults(deck.images[name])[1]):
            yield Problem(text.place, "unsafe-media", f'"{name}" has {found}', _PLAIN, words=name)
    extras = {note.extra for note in deck.notes}
    for text in deck_texts(deck):
        for name in image_names(text):
            if text not in extras:
                said, hint = "an image is shown only in extra", "move it to extra; \\! is the sign itself"
                yield Problem(text.place, "unsafe-media", said, hint, words=name)
            elif name in deck.outside:
                said = f'"{name}" is a link that leads out of the project'
                hint = "put a copy in the place of the link"
                yield Problem(text.place, "unsafe-media", said, hint, words=name)
            elif said := _fault(name):
                yield Problem(text.place, "unsafe-media", said, _SAVE, words=name)


_PLAIN = "save it as plain SVG, without scripts, links and what is loaded from elsewhere, or as png"


def _fault(name: str) -> str:
    """Return what keeps an image from travelling in the package; nothing where it could."""
    if not name or is_image(name):
        return ""
    if _ADDRESS.match(name):
        return f'"{name}" is not a file but an address'
    if name.startswith(("/", "\\", "..")) or name[1:2] == ":":
        return f'"{name}" is outside of the deck\'s folder'
    return f'"{name}" is in a folder of its own' if "/" in name or "\\" in name else f'no card shows "{name}"'


UNSAFE_MEDIA = Rule("unsafe-media", _check, vital=True)
