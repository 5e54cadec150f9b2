"""A test sheet that shows where a printer puts backs, with its instructions on it."""

from flashgen.emit.paper.document import Document, head
from flashgen.emit.paper.sheets.geometry import back_spots
from flashgen.emit.paper.sheets.options import LONG, SheetOptions
from flashgen.emit.paper.values import Value
from flashgen.model.deck import Deck
from flashgen.model.layout import Layout, Size

_MARGIN = 30.0
_TEXT: Size = (45, 55)


def calibration(deck: Deck, options: SheetOptions) -> Document:
    """Return the test sheet of a layout's page: rulers on the front, and behind each a cross on the back."""
    (width, height), layout = options.layout.page, options.layout
    fronts = [(x, y) for y in (_MARGIN, height / 2 + 20, height - _MARGIN) for x in (_MARGIN, width - _MARGIN)]
    backs = [back_spots(_point(layout, spot), options.flip, options.reads)[0] for spot in fronts]
    wide = width - 2 * _TEXT[0]
    front: Value = {
        "side": "front",
        "title": "Where does your printer put backs? The front",
        "lines": _front_lines(options),
        "spots": fronts,
        "said": _TEXT,
        "bar": ((width - 100) / 2, height - _MARGIN - 25),
    }
    back: Value = {
        "side": "back",
        "title": "The back",
        "lines": [
            f"This page is the back, for paper flipped on its {options.flip} edge.",
            "Read it through the front.",
        ],
        "spots": backs,
        "said": _TEXT,
    }
    values = head(deck, layout, ": test sheet") | {"sheets": [front, back], "wide": wide}
    return Document("sheets/templates/calibrate.typ", values, f"DuplexFlip{options.flip.title()}Edge")


def _point(layout: Layout, spot: Size) -> Layout:
    return Layout(layout.name, layout.page, (1, 1), (0, 0), spot, (0, 0))


def _front_lines(options: SheetOptions) -> list[str]:
    edge = "long" if options.flip == LONG else "short"
    x, y = options.reads
    tried = f" (this sheet was made with --back-reads {x:g},{y:g}, so it should read 0,0)" if (x, y) != (0, 0) else ""
    return [
        f"Print this sheet on both sides, flipped on the {edge} edge, at 100 % or actual size: "
        "the bar below must measure 100 mm.",
        "Hold it against a lamp or a window, this side towards you. Behind each ruler you see a cross from the back.",
        f"Read in mm where the middle of the cross lies: first across, + to the right, then down, + downward{tried}.",
        "If the rulers disagree, take the middle one of the readings: the paper was fed askew.",
        "Print your cards with the reading, such as --back-reads 0.5,-1.5. Fractions of a millimetre are no matter: "
        "cards keep their text 3.5 mm and more away from the cut.",
        "Each printer, and each of its trays, has a reading of its own.",
    ]
