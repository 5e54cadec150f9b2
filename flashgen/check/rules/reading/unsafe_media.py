"""An image that cannot go into the package: outside the deck's folder or `extra`, of another type, or with scripts.

Learners study offline and on other computers, so the package has to contain every image, in a type that Anki can show.
An SVG must be a plain drawing: scripts could run on the card, and external content could track the learner.

Wrong:

    cloze: The state {{swelled up}}.
    extra: "![the estate](https://example.org/estate.png)"

Right:

    cloze: The state {{swelled up}}.
    extra: "![the estate](estate.png)"
"""

import re
from collections.abc import Iterator

from flashgen.check.looking import ByNote, Judge
from flashgen.check.rule import Rule
from flashgen.check.svg import is_svg, svg_faults
from flashgen.check.written import may_have_blocks, note_texts, note_words, other_texts, shown_images
from flashgen.load.markdown import image_names, is_image
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.text import Text

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+:|//", re.IGNORECASE)
_SAVE = "save it beside the chapter files as png, jpg, gif, svg or webp, and write only its name"


def _start(deck: Deck) -> Judge:
    def judge(note: Note) -> Iterator[Problem]:
        for text in note_texts(note) if "![" in note_words(note) else ():
            yield from _faults(text, may_have_blocks(note, text), deck)

    return judge


def _rest(deck: Deck) -> Iterator[Problem]:
    for name, text in shown_images(deck):
        if is_svg(name) and (contents := svg_faults(deck.images[name])[1]):
            yield Problem(text.place, "unsafe-media", f'"{name}" has {contents}', _PLAIN, words=name)
    for text in other_texts(deck):
        yield from _faults(text, False, deck)


def _faults(text: Text, has_blocks: bool, deck: Deck) -> Iterator[Problem]:
    for name in image_names(text):
        if not has_blocks:
            message = "only `extra`, `answer`, `means` and `because` can have an image"
            hint = "move it to `extra`; for a literal !, write \\!"
            yield Problem(text.place, "unsafe-media", message, hint, words=name)
        elif name in deck.outside:
            message = f'"{name}" is a link to a file outside the project'
            hint = "replace the link with a copy of the file"
            yield Problem(text.place, "unsafe-media", message, hint, words=name)
        elif message := _fault(name):
            yield Problem(text.place, "unsafe-media", message, _SAVE, words=name)


_PLAIN = "save it as png, or as plain SVG without scripts, links and external content"


def _fault(name: str) -> str:
    """Return why an image cannot go into the package, or an empty string if it can."""
    if not name or is_image(name):
        return ""
    if _ADDRESS.match(name):
        return f'"{name}" is an address, not a file'
    if name.startswith(("/", "\\", "..")) or name[1:2] == ":":
        return f'"{name}" is outside the deck\'s folder'
    return f'"{name}" is in a subfolder' if "/" in name or "\\" in name else f'Anki cannot show "{name}"'


UNSAFE_MEDIA = Rule("unsafe-media", ByNote(_start, _rest), vital=True)
