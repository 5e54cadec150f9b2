"""What a user chooses to print, by names: which notes these are, and which layout."""

from dataclasses import dataclass
from pathlib import Path

from flashgen.emit.paper.sheets.layouts import LAYOUTS, layout
from flashgen.emit.paper.sheets.options import BOTH, LONG, SHEET, TICKS, SheetOptions
from flashgen.errors import NoSuchLayoutError, OneSidedError, UncutError
from flashgen.load.layout import layout_file
from flashgen.model.chosen import ALL_OF_IT, Part, chosen
from flashgen.model.deck import Deck
from flashgen.model.layout import Layout, Size
from flashgen.model.note import Note
from flashgen.model.problem import Problem

Sheets = tuple[Deck, bytes]
"""A deck, and the PDF of what is chosen of it."""

Printed = tuple[list[Sheets], tuple[Problem, ...]]
"""The sheets of several decks, and what is wrong with any."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Names and options as they were typed; what was not is empty. `layout` is a name or a file."""

    part: Part = ALL_OF_IT
    layout: str = ""
    flip: str = ""
    sides: str = ""
    reads: Size | None = None
    cloze: str = ""
    cut: str = ""
    order: str = ""
    skip: bool = False


def sheet_options(deck: Deck, choice: Choice, problems: list[Problem]) -> SheetOptions | None:
    """Return what is to be printed of a deck; None where its layout is no good, for reasons that join the problems.

    NoSuchLayoutError for a wrong name, OneSidedError or UncutError for an option that the layout has no use for.
    """
    chosen = _layout(deck, choice.layout, problems)
    if chosen is None:
        return None
    _check(chosen, choice)
    return SheetOptions(
        chosen,
        choice.flip or LONG,
        choice.sides or BOTH,
        choice.reads or (0, 0),
        choice.cloze,
        choice.cut or TICKS,
        choice.order or SHEET,
        choice.skip,
    )


def _check(layout: Layout, choice: Choice) -> None:
    """Raise OneSidedError or UncutError for an option that a layout has no use for."""
    two_sided = {"--flip": choice.flip, "--sides": choice.sides, "--back-reads": choice.reads}
    if layout.form == "calibrate":
        two_sided = {"--sides": choice.sides}
    for option, value in two_sided.items() if layout.form != "cards" else ():
        if value:
            raise OneSidedError(layout.name, option)
    cut = layout.form in ("cards", "fold")
    if choice.cut and (layout.perforated or not cut):
        raise UncutError(layout.name, "--cut")
    if choice.order and not cut:
        raise UncutError(layout.name, "--order")


def _layout(deck: Deck, written: str, problems: list[Problem]) -> Layout | None:
    """Return the layout that was typed, or else the deck's own, or else the first of all."""
    if written.endswith((".yaml", ".yml")):
        if not Path(written).exists():
            raise NoSuchLayoutError(written, tuple(layout.name for layout in LAYOUTS))
        return layout_file(Path(written), problems)
    if written or not deck.layout:
        return layout(written or LAYOUTS[0].name)
    return _of_deck(deck, problems) if isinstance(deck.layout, str) else deck.layout


def _of_deck(deck: Deck, problems: list[Problem]) -> Layout | None:
    try:
        return layout(str(deck.layout))
    except NoSuchLayoutError as error:
        problems.append(Problem(deck.layout_place or deck.name_place, "bad-layout", error.message, error.hint))
        return None


def notes(deck: Deck, choice: Choice) -> list[Note]:
    """Return the notes that are chosen; errors as `chosen`."""
    return chosen(deck, choice.part)
