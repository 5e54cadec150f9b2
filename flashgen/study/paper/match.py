"""Questions in which answers are matched with what they answer: meanings with terms, sides of pairs with sides."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from flashgen.check.card import Card
from flashgen.kinds.pair import PAIR
from flashgen.kinds.term import TERM
from flashgen.study.paper.ask import answer
from flashgen.study.paper.keys import keys
from flashgen.study.paper.question import MATCH, Question
from flashgen.study.paper.rivals import Facts, is_wrong

FEWEST, MOST = 4, 5

_NUMBERS = {TERM.type: (1,), PAIR.type: (1, 2)}
"""The cards that can be matched: terms are given, and the sides of pairs."""


def matches(cards: Iterable[Card], facts: Facts, random: Random) -> Iterator[Question]:
    """Yield questions to match, each of one kind and one chapter; no entry is in two of them."""
    groups: dict[tuple[str, str], list[Card]] = defaultdict(list)
    for card in cards:
        if card.number in _NUMBERS.get(card.note.type, ()) and not card.text.has_blocks:
            groups[card.note.type.name, card.note.chapter.stem].append(card)
    for _, group in sorted(groups.items()):
        yield from _of_group(random.sample(group, len(group)), facts, random)


def _of_group(cards: Sequence[Card], facts: Facts, random: Random) -> Iterator[Question]:
    left = [*cards]
    while left:
        found: list[Card] = []
        for card in left:
            if len(found) < MOST and all(_is_apart(one, card, facts) for one in found):
                found.append(card)
        if len(found) >= FEWEST:
            yield _question(found, random)
        taken = {card.note.id for card in found}
        left = [card for card in left if card.note.id not in taken]


def _is_apart(one: Card, other: Card, facts: Facts) -> bool:
    """Tell whether each of two answers is wrong where the other is right, beyond doubt."""
    if one.note.id == other.note.id or keys(one.answers[0]) & keys(other.answers[0]):
        return False
    return is_wrong(one, other, facts) and is_wrong(other, one, facts)


def _question(cards: Sequence[Card], random: Random) -> Question:
    shuffled = random.sample(cards, len(cards))
    shown = " / ".join(said for card in cards for said in (card.prompt, *card.answers))
    return Question(
        MATCH,
        cards[0].note.chapter,
        len(cards),
        shown,
        tuple(card.answers[0] for card in cards),
        tuple(cards),
        tuple(map(answer, shuffled)),
        tuple(map(shuffled.index, cards)),
    )
