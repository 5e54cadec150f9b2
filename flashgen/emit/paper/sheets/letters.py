"""Findings about letters that no font has: one for each card, or for the deck where many cards have such letters."""

from collections.abc import Iterator, Mapping, Sequence

from flashgen.emit.paper.scripts import Script, script
from flashgen.emit.paper.sheets.card import Card
from flashgen.emit.paper.sheets.faults import BACK, FRONT, place_of, sides
from flashgen.model.deck import Deck
from flashgen.model.place import Place
from flashgen.model.problem import Problem

_MANY = 9
"""The most cards with letters of one script that get a finding each; more are the deck's, whose script it is."""

_SHOWN = 12
"""The most letters that a finding shows."""


def lacking(deck: Deck, cards: Sequence[Card], letters: Sequence[str]) -> Iterator[Problem]:
    """Report letters that no font has, by scripts: on their cards, else at the title or the deck's name."""
    groups: dict[Script, list[str]] = {}
    for letter in letters:
        groups.setdefault(script(letter), []).append(letter)
    for of, group in groups.items():
        on_cards = {card: found for card in cards if (found := _found(card, group))}
        if len(on_cards) > _MANY:
            place = deck.fonts[-1].place if deck.fonts else deck.name_place
            yield _problem(place, f"on {len(on_cards)} cards: ", group, of)
        else:
            yield from (_of_card(card, found, of) for card, found in on_cards.items())
        if rest := [letter for letter in group if not any(letter in found for found in on_cards.values())]:
            titles = (card.chapter.title for card in cards if set(rest) & set(card.chapter.title.words))
            yield _problem(next((title.place for title in titles), deck.name_place), "", rest, of)


def bearers(cards: Sequence[Card], letters: Sequence[str]) -> set[Card]:
    """Return the cards that have one of some letters."""
    return {card for card in cards if _found(card, letters)} if letters else set()


def _found(card: Card, letters: Sequence[str]) -> Mapping[str, str]:
    """Return those of some letters that a card has, each with the side that it is on; `front and back` for both."""
    found: dict[str, str] = {}
    for side, runs in sides(card):
        shown = {letter for run in runs for letter in run.words}
        for letter in letters:
            if letter in shown:
                found[letter] = f"{FRONT} and {BACK}" if letter in found else side
    return found


def _of_card(card: Card, found: Mapping[str, str], of: Script) -> Problem:
    on = set(found.values())
    where = on.pop() if len(on) == 1 else f"{FRONT} and {BACK}"
    return _problem(place_of(card.note, next(iter(found))), f"{card.id}, {where}: ", [*found], of)


def _problem(place: Place, where: str, letters: Sequence[str], of: Script) -> Problem:
    shown = ", ".join(f'"{letter}"' for letter in letters[:_SHOWN])
    more = f" and {len(letters) - _SHOWN} more" if len(letters) > _SHOWN else ""
    return Problem(place, "no-letter", f"{where}no font has {shown}{more} ({of.name})", of.cure())
