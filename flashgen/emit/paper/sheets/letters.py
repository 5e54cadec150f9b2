"""Findings about letters that no font has: one for each text, or for the deck where many texts have such letters."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from unicodedata import category, normalize

from flashgen.emit.paper.scripts import Script, script
from flashgen.emit.paper.sheets.card import Card
from flashgen.emit.paper.sheets.faults import sides
from flashgen.model.deck import Deck
from flashgen.model.place import Place
from flashgen.model.problem import Problem
from flashgen.model.text import Deletion, Items, Math, Parts, Text, deletions

_MANY = 9
"""The most texts with letters of one script that get a finding each; more are the deck's, whose script it is."""

_SHOWN = 12
"""The most letters that a finding shows."""

_ByScript = Mapping[Script, Sequence[str]]


def lacking(deck: Deck, cards: Sequence[Card], letters: Sequence[str], each: bool = False) -> Iterator[Problem]:
    """Report letters that no font has, at the texts that they stand in, else at the deck's name.

    Many texts are one finding, but for `each` that is left out.
    """
    letters = _drawn_alone(letters)
    found = {place: (name, _by_script(some)) for place, (name, some) in _placed(cards, letters).items()}
    for of, some in _by_script(letters).items():
        places = [place for place, (_, own) in found.items() if of in own]
        stray = [letter for letter in some if not any(letter in found[place][1][of] for place in places)]
        if len(places) > _MANY and not each:
            place = deck.fonts[-1].place if deck.fonts else deck.name_place
            yield _problem(place, f"in {len(places)} texts: ", {of: some})
            for one in places:
                found[one] = found[one][0], {other: own for other, own in found[one][1].items() if other != of}
        elif stray:
            yield _problem(deck.name_place, "", {of: stray})
    yield from (_problem(place, name, own) for place, (name, own) in found.items() if own)


def _drawn_alone(letters: Sequence[str]) -> list[str]:
    """Return letters without those that an engine names only for the marks on them, which no font has."""
    return [letter for letter in letters if not (letter.isascii() and any(map(_is_mark, letters)))]


def _by_script(letters: Iterable[str]) -> _ByScript:
    groups: dict[Script, list[str]] = {}
    for letter in letters:
        groups.setdefault(script(letter), []).append(letter)
    return groups


def _placed(cards: Sequence[Card], letters: Sequence[str]) -> dict[Place, tuple[str, list[str]]]:
    """Return the letters of each text that has any, by its place, with what tells whose text it is."""
    said: dict[Place, tuple[str, str]] = {}
    for note in {card.note.id: card.note for card in cards}.values():
        own = [text for text in (*note.fields, note.hint, note.extra) if text]
        for name, texts in ((f"{note.id}: ", own), ("", [note.chapter.title])):
            for place, words in (piece for text in texts for piece in _pieces(text.parts, text.place)):
                said[place] = name, f"{said.get(place, ('', ''))[1]}\0{_apart(words)}"
    apart = {letter: _apart(letter) for letter in letters}
    found = {place: (name, [one for one in letters if apart[one] in words]) for place, (name, words) in said.items()}
    return {place: (name, some) for place, (name, some) in found.items() if some}


def _pieces(parts: Parts, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield words and where they stand; a text that a kind makes of others has theirs in their places."""
    for part in parts:
        if isinstance(part, str):
            yield place, part
        elif isinstance(part, Items):  # the other items of a list have texts of their own
            for row in part.rows:
                yield from _pieces(row, place) if deletions(row) else ()
        elif isinstance(part, Math):
            yield place, part.tex
        else:
            yield from _pieces(part.parts, part.place if isinstance(part, Text) else place)
            yield place, part.hint if isinstance(part, Deletion) else ""


def bearers(cards: Sequence[Card], letters: Sequence[str]) -> set[Card]:
    """Return the cards that have one of some letters."""
    apart = [_apart(letter) for letter in _drawn_alone(letters)]
    return {card for card in cards if apart and any(letter in _shown_on(card) for letter in apart)}


def _shown_on(card: Card) -> str:
    return _apart("".join(run.words for _, runs in sides(card) for run in runs))


def _is_mark(letter: str) -> bool:
    return category(letter).startswith("M")


def _apart(words: str) -> str:
    """Return words with marks apart from their letters: an engine may join or part them."""
    return words if words.isascii() else normalize("NFD", words)


def _problem(place: Place, where: str, groups: _ByScript) -> Problem:
    named = sorted(groups, key=lambda of: not of.font)
    said = " and ".join(f"{_shown(groups[of])} ({of.name})" for of in named)
    return Problem(place, "no-letter", f"{where}no font has {said}", named[0].cure())


def _shown(letters: Sequence[str]) -> str:
    shown = ", ".join(f'"{"◌" * _is_mark(letter)}{letter}"' for letter in letters[:_SHOWN])
    return shown + (f" and {len(letters) - _SHOWN} more" if len(letters) > _SHOWN else "")
