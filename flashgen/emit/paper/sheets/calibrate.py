"""A test sheet that shows where a printer puts backs, with its instructions on it."""

from flashgen.emit.paper.document import Document, head
from flashgen.emit.paper.sheets.geometry import back_spots
from flashgen.emit.paper.sheets.options import LONG, SheetOptions
from flashgen.emit.paper.values import Value
from flashgen.model.deck import Deck
from flashgen.model.language import direction
from flashgen.model.layout import Layout, Size
from flashgen.model.words import Words, phrased
from flashgen.render.direction import END, ISOLATE

_MARGIN = 30.0
_TEXT: Size = (45, 55)


def calibration(deck: Deck, options: SheetOptions) -> Document:
    """Return the test sheet of a layout's page: rulers on the front, and behind each a cross on the back."""
    (width, height), layout, words = options.layout.page, options.layout, deck.words
    fronts = [(x, y) for y in (_MARGIN, height / 2 + 20, height - _MARGIN) for x in (_MARGIN, width - _MARGIN)]
    backs = [back_spots(_point(layout, spot), options.flip, options.reads)[0] for spot in fronts]
    wide = width - 2 * _TEXT[0]
    front: Value = {
        "side": "front",
        "title": words.test_front,
        "lines": _front_lines(words, options),
        "spots": fronts,
        "said": _TEXT,
        "bar": ((width - 100) / 2, height - _MARGIN - 25),
    }
    back: Value = {
        "side": "back",
        "title": words.test_back,
        "lines": [words.test_back_long if options.flip == LONG else words.test_back_short, words.test_through],
        "spots": backs,
        "said": _TEXT,
    }
    values = head(deck, layout, words.test_title) | {"sheets": [front, back], "wide": wide}
    return Document("sheets/templates/calibrate.typ", values, f"DuplexFlip{options.flip.title()}Edge")


def _point(layout: Layout, spot: Size) -> Layout:
    return Layout(layout.name, layout.page, (1, 1), (0, 0), spot, (0, 0))


def _front_lines(words: Words, options: SheetOptions) -> list[str]:
    x, y = options.reads
    again = phrased(words.test_read_again, option=_option(f"{x:g},{y:g}", words))
    return [
        words.test_print_long if options.flip == LONG else words.test_print_short,
        words.test_hold,
        again if (x, y) != (0, 0) else words.test_read,
        words.test_askew,
        phrased(words.test_option, option=_option("0.5,-1.5", words)),
        words.test_each,
    ]


def _option(reads: str, words: Words) -> str:
    """Return the option for a reading; among words that run to the left, it keeps its own direction."""
    option = f"--back-reads {reads}"
    return f"{ISOLATE}{option}{END}" if direction(words.language) == "rtl" else option
