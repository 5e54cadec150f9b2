"""The site of a deck: the text with its cards, the cards themselves, and a map of its concepts.

Its pages need no server and no network. They hold whatever they show.
"""

from collections.abc import Sequence

from flashgen.emit.web.beside import findings_by_note, proved
from flashgen.emit.web.cards import cards_page
from flashgen.emit.web.map import map_page
from flashgen.emit.web.reading import reading_page
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem

READING, CARDS, MAP = PAGES = ("index.html", "cards.html", "map.html")
"""The names of the pages."""


def site(deck: Deck, problems: Sequence[Problem]) -> dict[str, bytes]:
    """Return the pages of a deck by their names, with the problems that are in an entry beside its cards."""
    cards = cards_page(deck, findings_by_note(deck, problems), proved(deck))
    return {READING: reading_page(deck), CARDS: cards, MAP: map_page(deck)}
