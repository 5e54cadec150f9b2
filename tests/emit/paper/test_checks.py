"""The nine checks on every layout and flip edge, and the defects that they have to catch."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flashgen.emit.paper.sheets.card import Card, cards
from flashgen.emit.paper.sheets.layouts import LAYOUTS
from flashgen.model.deck import Deck
from tests.emit.paper import checks
from tests.emit.paper.checks import Printed, faults
from tests.emit.paper.made import asked, hardest, made, project_at

DUPLEX = [layout.name for layout in LAYOUTS if layout.form == "cards"]


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    """Return a deck with hard entries of our own."""
    return project_at(tmp_path_factory.mktemp("hard")).deck()


@pytest.fixture(scope="module")
def hard(deck: Deck) -> tuple[Card, ...]:
    """Return the hardest cards that there are: more than fit on one sheet."""
    return (*hardest(), *cards(deck, deck.notes))


@pytest.mark.parametrize("flip", ["long", "short"])
@pytest.mark.parametrize("name", DUPLEX)
def test_the_hardest_cards_pass_every_check(deck: Deck, hard: tuple[Card, ...], name: str, flip: str) -> None:
    assert faults(made(deck, hard, asked(name, flip=flip))) == []


@pytest.fixture(scope="module")
def good(deck: Deck, hard: tuple[Card, ...]) -> Printed:
    """Return sheets without a fault."""
    return made(deck, hard, asked("a4-safe-8up"))


def found(printed: Printed) -> set[str]:
    """Return the names of the checks that find something."""
    return {check.__name__ for check in checks.CHECKS if any(True for _ in check(printed))}


def test_backs_for_the_other_edge_are_found(good: Printed) -> None:
    assert {"bands_mirrored", "text_in_place", "codes_read"} <= found(
        Printed(good.pdf, good.cards, good.layout, "short")
    )


@pytest.mark.parametrize("reads", [(0.2, 0), (0, -0.2)])
def test_backs_that_are_off_by_a_fifth_of_a_millimetre_are_found(
    deck: Deck, hard: tuple[Card, ...], reads: tuple[float, float]
) -> None:
    assert found(made(deck, hard, asked("a4-safe-8up", reads=reads))) == {"bands_mirrored"}


def swap_backs(values: dict[str, Any]) -> None:
    backs = values["sheets"][1]["cells"]
    backs[0]["card"], backs[1]["card"] = backs[1]["card"], backs[0]["card"]


def swap_codes(values: dict[str, Any]) -> None:
    first, second = values["cards"][0], values["cards"][1]
    first["code"], second["code"] = second["code"], first["code"]


def lose_a_code(values: dict[str, Any]) -> None:
    values["cards"][2]["code"] = None


def lose_a_word(values: dict[str, Any]) -> None:
    runs = values["cards"][0]["prompt"][0]["runs"]
    runs[0] = runs[0].split(" ", 1)[1]


def lose_a_card(values: dict[str, Any]) -> None:
    del values["sheets"][0]["cells"][3]


def lose_a_sheet(values: dict[str, Any]) -> None:
    del values["sheets"][2:]


def grow_the_paper(values: dict[str, Any]) -> None:
    values["page"] = (210.2, 297)


def shrink_a_card(values: dict[str, Any]) -> None:
    values["sheets"][0]["cells"][0]["x"] -= 2.5


def link_elsewhere(values: dict[str, Any]) -> None:
    values["cards"][0]["url"] = "file:///etc/passwd"


DEFECTS: dict[Callable[[dict[str, Any]], None], set[str]] = {
    swap_backs: {"text_in_place", "codes_read"},
    swap_codes: {"codes_read"},
    lose_a_code: {"codes_read"},
    lose_a_word: {"text_in_place"},
    lose_a_card: {"bands_mirrored", "text_in_place"},
    grow_the_paper: {"right_pages"},
    shrink_a_card: {"bands_mirrored", "glyphs_inside"},
    link_elsewhere: {"safe_and_archivable"},
}


@pytest.mark.parametrize(("defect", "checks"), DEFECTS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_a_defect_is_found(
    deck: Deck, hard: tuple[Card, ...], defect: Callable[[dict[str, Any]], None], checks: set[str]
) -> None:
    assert checks <= found(made(deck, hard, asked("a4-safe-8up"), defect))


def test_two_builds_in_different_folders_are_the_same_bytes(tmp_path: Path) -> None:
    first, second = (project_at(tmp_path / name).deck() for name in ("a", "b/c"))
    one, other = (made(deck, [*cards(deck, deck.notes)], asked("a4-safe-8up")) for deck in (first, second))
    assert one.pdf == other.pdf
