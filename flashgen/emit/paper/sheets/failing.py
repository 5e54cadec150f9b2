"""Find the cards that the engine cannot set, by halves: it names no place in what it was given."""

from collections.abc import Callable, Sequence

from flashgen.emit.paper.sheets.card import Card
from flashgen.errors import EngineError
from flashgen.model.deck import Deck

Refusal = Callable[[Sequence[Card]], str]
"""Tells why the engine cannot set some cards; "" where it can."""


def failing(deck: Deck, cards: Sequence[Card], reason: str, refusal: Refusal) -> dict[Card, str]:
    """Return the cards that the engine refuses alone, and why, given that it refuses them all together for a reason.

    EngineError where it refuses none alone, or even a document without cards.
    """
    found = {} if refusal(()) else _failing(cards, reason, refusal)
    if not found:
        raise EngineError(deck.name, reason)
    return found


def _failing(cards: Sequence[Card], reason: str, refusal: Refusal) -> dict[Card, str]:
    if len(cards) == 1:
        return {cards[0]: reason}
    found: dict[Card, str] = {}
    for some in (cards[: len(cards) // 2], cards[len(cards) // 2 :]):
        if why := refusal(some):
            found |= _failing(some, why, refusal)
    return found
