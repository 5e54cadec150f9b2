"""Two nearly identical fronts with different answers.

You recognize a long prompt without reading it, overlook the one word that differs, and confuse the answers (Wozniak,
rule 11: combat interference). A different name or number is noticed; a small word is not.

Wrong:

    - ask: What labour did a peasant of the black-earth provinces owe the lord of the estate before emancipation?
      answer: barshchina
    - ask: What labour did a peasant of the black-earth provinces owe the lord of the estate after emancipation?
      answer: work for rented land

Right:

    - ask: What labour did a peasant of the black-earth provinces owe the lord of the estate before emancipation?
      answer: barshchina
    - ask: How did freed peasants pay for land that they rented from their former lord?
      answer: with labour
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from flashgen.check import limits
from flashgen.check.card import Card, cards
from flashgen.check.english import FUNCTION_WORDS
from flashgen.check.front import pieces
from flashgen.check.looking import ByNote, Judge
from flashgen.check.rule import Rule
from flashgen.check.tokens import folded, stem, tokens
from flashgen.model.deck import Deck
from flashgen.model.note import Note
from flashgen.model.problem import Problem

_ASKING = ("who", "whom", "whose", "when", "where", "why", "how")


@dataclass(frozen=True, slots=True)
class _Front:
    """The main words of a card's front: those that catch the eye, and those that are passed over."""

    card: Card
    seen: frozenset[str]
    passed: frozenset[str]

    def keys(self) -> Iterator[int]:
        """Yield numbers, one of which two fronts share where they differ in one word that is passed over."""
        count, whole = len(self.seen) + len(self.passed), hash(self.seen) + sum(map(hash, self.passed))
        yield from (whole,) if count >= limits.ALIKE else ()
        yield from (whole - hash(word) for word in self.passed if count > limits.ALIKE)

    def is_rival(self, other: "_Front") -> bool:
        """Tell whether a front that shares a key is of another note, not the same, and asks for something else."""
        if self.card.note is other.card.note or self.card.prompt == other.card.prompt:
            return False
        return _said(self.card.answers) != _said(other.card.answers)


def _start(_: Deck) -> Judge:
    first: dict[int, _Front] = {}

    def judge(note: Note) -> Iterable[Problem]:
        found: dict[str, Problem] = {}
        for front in () if note.withdrawn else map(_front, cards(note)):
            for other in [first.setdefault(key, front) for key in front.keys()]:  # noqa: SIM118 - it is no mapping
                if front.is_rival(other):
                    found.setdefault(other.card.note.id, _problem(front.card, other.card))
        return found.values()

    return judge


def _front(card: Card) -> _Front:
    """Return what catches the eye: names, numbers, what asks, what other cards ask for; and the other main words."""
    seen, passed = set[str](), set[str]()
    for piece in pieces(card):
        for word in tokens(piece.words):
            said, is_seen, root = _looked_at(word)
            if said and (is_seen or piece.is_asked):
                seen.add(said)
            elif said:
                passed.add(root)
    return _Front(card, frozenset(seen), frozenset(passed))


@lru_cache(maxsize=65536)
def _looked_at(word: str) -> tuple[str, bool, str]:
    """Return a main word as it is compared, whether it catches the eye, and its stem; no word that means nothing."""
    said = folded(word) if len(word) > 1 else ""
    if not said or said in FUNCTION_WORDS:
        return "", False, ""
    return said, not word.isalpha() or not word.islower() or word in _ASKING, stem(word)


def _said(answers: tuple[str, ...]) -> list[str]:
    return [folded(word) for answer in answers for word in tokens(answer)]


def _problem(card: Card, other: Card) -> Problem:
    place = f"{other.note.place.path}:{other.note.place.line}"
    message = f'this front is nearly the same as one of "{other.note.id}": {place}'
    hint = "ask in another way, or begin with what differs"
    return Problem(card.front[0].place, "interfering-prompts", message, hint, "warning")


INTERFERING_PROMPTS = Rule("interfering-prompts", ByNote(_start), "warning")
