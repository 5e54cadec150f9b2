"""An image that is not in the deck's folder: Anki refuses a package whose files are not all there.

Instead of

    extra: "![the estate](estate.png)"

with no such file, put `estate.png` beside the chapter files, or correct the name.
"""

from collections.abc import Iterator
from unicodedata import normalize
from urllib.parse import unquote

from flashgen.check.rule import Rule
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem


def _check(deck: Deck) -> Iterator[Problem]:
    for note in deck.notes:
        if note.extra and "![" in note.extra.words:
            for name in _images("".join(part for part in note.extra.parts if isinstance(part, str))):
                if name not in deck.images:
                    hint = "put the file beside the chapter files, or correct the name"
                    yield Problem(note.extra.place, "missing-image", f'no image "{name}"', hint)


def _images(markdown: str) -> Iterator[str]:
    """Yield the names of the images that a text shows."""
    from markdown_it import MarkdownIt

    for token in MarkdownIt("commonmark").parse(markdown):
        for inner in token.children or ():
            if inner.type == "image":
                yield normalize("NFC", unquote(str(inner.attrs["src"])))


MISSING_IMAGE = Rule("missing-image", _check)
