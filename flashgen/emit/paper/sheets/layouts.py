"""All layouts, in mm, from the gLabels template database and ISO 216."""

from flashgen.errors import NoSuchLayoutError
from flashgen.model.layout import Layout

_A4, _LETTER = (210, 297), (215.9, 279.4)

LAYOUTS: tuple[Layout, ...] = (
    Layout("a4-safe-8up", _A4, (2, 4), (95, 69), (10, 10.5), (95, 69)),
    Layout("a4-a7-8up", _A4, (2, 4), (105, 74), (0, 0.5), (105, 74)),
    Layout("a4-a6-4up", (297, 210), (2, 2), (148, 105), (0.5, 0), (148, 105)),
    Layout("letter-8up", _LETTER, (2, 4), (107.95, 69.85), (0, 0), (107.95, 69.85)),
    Layout("a4-16up", (297, 210), (4, 4), (69, 47.5), (10.5, 10), (69, 47.5)),
    Layout("letter-16up", (279.4, 215.9), (4, 4), (65, 49), (9.7, 9.95), (65, 49)),
    Layout("avery-5388", _LETTER, (1, 3), (127, 76.2), (44.45, 25.4), (127, 76.2), perforated=True),
    Layout("avery-5371", _LETTER, (2, 5), (88.9, 50.8), (19.05, 12.7), (88.9, 50.8), perforated=True),
    Layout("avery-c32011", _A4, (2, 5), (85, 54), (15, 13.5), (95, 54), perforated=True),
    Layout("fold", _A4, (1, 4), (95, 69), (10, 10.5), (95, 69), form="fold"),
    Layout("list", _A4, (1, 1), (180, 257), (15, 20), (180, 257), form="list"),
    Layout("glossary", _A4, (1, 1), (180, 257), (15, 20), (180, 257), form="glossary"),
    Layout("calibrate", _A4, (1, 1), (210, 297), (0, 0), (210, 297), form="calibrate"),
    Layout("calibrate-landscape", (297, 210), (1, 1), (297, 210), (0, 0), (297, 210), form="calibrate"),
    Layout("calibrate-letter", _LETTER, (1, 1), _LETTER, (0, 0), _LETTER, form="calibrate"),
)
"""The first is the default."""

SAME = {"avery-5386": "avery-5388", "avery-8388": "avery-5388", "avery-8371": "avery-5371", "avery-5871": "avery-5371"}
"""Layouts of other products with the same measures."""


def layout(name: str) -> Layout:
    """Return a layout by its name, or by that of a product of its measures. NoSuchLayoutError for a wrong name."""
    known = {layout.name: layout for layout in LAYOUTS}
    if name not in known and name not in SAME:
        raise NoSuchLayoutError(name, (*known, *SAME))
    return known[SAME.get(name, name)]


_PAPERS = {_A4: "A4", _LETTER: "Letter"}
_FORMS = {
    "fold": "to fold and glue, no duplex needed",
    "list": "prompts beside answers, on one side",
    "glossary": "all terms in alphabetical order, on one side",
    "calibrate": "a test page, for backs a few mm off",
}


def described(layout: Layout) -> str:
    """Return what a layout is, for help: its paper, and how many cards of which size in mm."""
    short, long = sorted(layout.page)
    paper = f"{_PAPERS[short, long]}{' landscape' * layout.landscape}"
    cards = f"{layout.per_sheet} cards of {layout.card[0]:.3g} × {layout.card[1]:.3g} mm"
    what = [cards] if layout.form in ("cards", "fold") else []
    what += [_FORMS[layout.form]] if layout.form in _FORMS else []
    what += ["perforated"] if layout.perforated else []
    same = [product for product, name in SAME.items() if name == layout.name]
    also = f" (also {', '.join(same)})" if same else ""
    return f"{paper}: {', '.join(what)}{also}"
