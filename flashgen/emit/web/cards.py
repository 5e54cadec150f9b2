"""The page that shows every card as Anki does, and asks them."""

import json
import re
from collections.abc import Mapping, Sequence
from html import unescape

from flashgen.emit.web.carddata import card_data, sides
from flashgen.emit.web.frame import framed
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem
from flashgen.render.templates import site_file, style

_SCRIPTS = ("anki.js", "marks.js", "cards.js")
_SAID = (
    *("card", "place", "score", "none", "knew", "missed", "proved", "withdrawn", "core", "more"),
    *("only_missed", "only_known", "not_asked", "with_findings"),
)
_ATTRIBUTE = re.compile(' style="([^"]*)"')
_RISKY = re.compile("<(?=[/!])|[\u2028\u2029]")
"""What could end the element that holds the data, or begin a comment in it, or end a line of it."""


def cards_page(deck: Deck, findings: Mapping[str, Sequence[Problem]], proved: frozenset[str]) -> bytes:
    """Return the page of the cards, with what the rules find in each entry and which were compared with the text."""
    looks = card_style()
    attributes = {unescape(value) for side in sides(deck) for value in _ATTRIBUTE.findall(side)}
    said = {name: deck.words.phrase(f"site_{name}") for name in _SAID}
    data = card_data(deck, looks, findings, proved)
    return framed(deck, "cards.html", _SCRIPTS, (looks, *sorted(attributes)), data=_json(data), said=_json(said))


def card_style() -> str:
    """Return the style sheet inside the frame of a card: Anki's own for all cards, and the deck's."""
    return f"{site_file('anki.css')}{style()}"


def _json(value: object) -> str:
    """Return a value as JSON that a browser takes for nothing else inside an element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _RISKY.sub(lambda letter: f"\\u{ord(letter[0]):04x}", text)
