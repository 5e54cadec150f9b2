"""An image that is not in the deck's folder.

Without the file, learners would see a broken image. The package contains every image of its cards.

Wrong:

    ask: Who worked on the serf estate?
    answer: bound peasants
    extra: "![the estate](no-such-file.png)"

Right:

    ask: Who worked on the serf estate?
    answer: bound peasants
    extra: "![the estate](estate.png)"
"""

from collections.abc import Iterator

from flashgen.check.looking import ByNote, Judge
from flashgen.check.rule import Rule
from flashgen.check.written import texts_with_blocks
from flashgen.load.markdown import image_names, is_image
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.problem import Problem


def _start(deck: Deck) -> Judge:
    def judge(note: Note) -> Iterator[Problem]:
        for text in texts_with_blocks(note):
            for name in image_names(text):
                if name not in deck.images and name not in deck.outside and (is_image(name) or not name):
                    hint = "put a png, jpg, gif, svg or webp file with this name beside the chapter files"
                    yield Problem(text.place, "missing-image", f'no image "{name}" in the deck\'s folder', hint)

    return judge


MISSING_IMAGE = Rule("missing-image", ByNote(_start), vital=True)
