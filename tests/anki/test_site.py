"""Cards in the browser are what Anki makes of them."""

import re
from html import unescape
from pathlib import Path

import pytest

from flashgen.emit.anki.fields import writer
from flashgen.pipeline import read_decks
from tests.anki.conftest import ROOT, Anki
from tests.browser import Open, made
from tests.conftest import Project
from tests.emit.web.test_pages import ENTRIES

TEXTS = ROOT / "tests/cases/good/texts"


def same(html: str) -> str:
    """Return a side without what Anki adds and the page does without: styles, and answers in attributes of a front."""
    html = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    html = re.sub(r' data-cloze="[^"]*"', "", html)
    html = re.sub(r"_[\w.-]+\.html#", "index.html#", html)
    return unescape(html).strip()


@pytest.mark.slow
@pytest.mark.parametrize("root", [ROOT, TEXTS], ids=["the shipped deck", "small decks of other texts"])
def test_every_card_is_the_same_as_in_anki(root: Path, anki: Anki, visit: Open, tmp_path: Path) -> None:
    decks, problems = read_decks(root, ())
    assert problems == ()
    folders = made(root, tmp_path)
    here, there = {}, {}
    for deck in decks:
        anki.load(deck)
        write = writer(deck)
        guids = {note.id: write.drafted(note).guid for note in deck.notes}
        page = visit(folders[deck.slug] / "cards.html")
        for id, ordinal, front, back in page.evaluate("cards.map(one => [one.note.id, one.ordinal, ...htmlOf(one)])"):
            here[guids[id], ordinal] = (same(front), same(back))
    for card in anki.cards():
        there[card.note().guid, card.ord] = (same(card.question()), same(card.answer()))
    assert len(there) > 60
    assert here == there


def test_what_was_missed_is_found_by_the_search_in_anki(
    project: Project, anki: Anki, visit: Open, tmp_path: Path
) -> None:
    project.entries(ENTRIES)
    cards = visit(made(project.root, tmp_path)["small"] / "cards.html")
    assert cards.locator("#search").input_value() == ""
    for key in ("ArrowRight", "1", "1", "2", "1"):
        cards.keyboard.press(key)
    anki.load(project.deck())
    search = cards.locator("#search").input_value()
    found = [anki.collection.get_card(card) for card in anki.collection.find_cards(search)]
    assert sorted((card.note()["Id"], card.ord) for card in found) == [("formula", 1), ("kulak", 1), ("peter", 0)]
