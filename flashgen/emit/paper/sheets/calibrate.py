"""A test sheet that shows where a printer puts backs, with its instructions on it."""

from flashgen.emit.paper.document import Document, head
from flashgen.emit.paper.sheets.geometry import FARTHEST, back_spots
from flashgen.emit.paper.sheets.options import LONG, SheetOptions
from flashgen.emit.paper.values import Value, line_value
from flashgen.model.deck import Deck
from flashgen.model.layout import Layout, Size
from flashgen.model.words import Words, phrased
from flashgen.render.inline import Run
from flashgen.render.runs import Line

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
        "lines": [[words.test_back_long if options.flip == LONG else words.test_back_short], [words.test_through]],
        "spots": backs,
        "said": _TEXT,
    }
    values = head(deck, layout, words.test_title) | {"sheets": [front, back], "wide": wide, "reach": FARTHEST}
    return Document("sheets/templates/calibrate.typ", values, f"DuplexFlip{options.flip.title()}Edge")


def _point(layout: Layout, spot: Size) -> Layout:
    return Layout(layout.name, layout.page, (1, 1), (0, 0), spot, (0, 0))


def _front_lines(words: Words, options: SheetOptions) -> list[list[str | Value]]:
    x, y = options.reads
    lines: list[Line] = [
        (Run(words.test_print_long if options.flip == LONG else words.test_print_short),),
        (Run(words.test_hold),),
        _with_option(words.test_read_again, f"{x:g},{y:g}") if (x, y) != (0, 0) else (Run(words.test_read),),
        (Run(words.test_askew),),
        _with_option(words.test_option, "0.5,-1.5"),
        (Run(words.test_each),),
    ]
    return [line_value(line) for line in lines]


def _with_option(phrase: str, reads: str) -> Line:
    """Return a phrase with the option for a reading in its place, as it is typed."""
    option = f"--back-reads {reads}"
    before, _, after = phrased(phrase, option=option).partition(option)
    return Run(before), Run(option, code=True), Run(after)
