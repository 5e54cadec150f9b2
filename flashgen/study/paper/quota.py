"""How many questions a paper should have of each form, chapter and kind."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from random import Random

from flashgen.study.paper.question import CHOICE, ESSAY, FILL, MATCH, NAMES, ORDER, SHORT, Question

_WEIGHTS = {SHORT: 6.0, CHOICE: 5.0, FILL: 4.0, NAMES: 2.0, MATCH: 1.0, ORDER: 1.0}
"""How often each form is asked against the others, where a deck has enough of it."""

ENOUGH_FOR_ESSAY = 10
"""From so many questions on, one is an essay."""


_LUCK = 2.0


class Balance:
    """What a paper should have, and what it has so far."""

    def __init__(self, wanted: Mapping[str, float], random: Random) -> None:
        self.wanted, self.had = wanted, Counter[str]()
        self.luck: Mapping[object, float] = defaultdict(random.random)

    def lack(self, question: Question) -> float:
        """Return how much a paper lacks questions like one.

        Forms count twice, or rare ones would never be asked; luck lets each seed begin with another form and chapter.
        """
        form, *others = (self.wanted.get(name, 0) - self.had[name] for name in _names(question))
        return 2 * form + sum(others) + _LUCK * self.luck[question.form, question.chapter.stem, question.kind]

    def add(self, question: Question) -> None:
        """Count a question."""
        self.had.update(_names(question))


def balance(pool: Sequence[Question], count: int, papers: int, random: Random) -> Balance:
    """Return what a paper of so many questions should have, if several are made from a pool at once."""
    forms = Counter(question.form for question in pool)
    essays = float(count >= ENOUGH_FOR_ESSAY and forms[ESSAY] >= papers)
    weights = {name: weight for name, weight in _WEIGHTS.items() if forms[name] >= papers}
    wanted = {ESSAY: essays} | _shares(weights, count - essays)
    notes = {name: question for question in pool for name in question.about if question.form != ESSAY}
    for name in (_chapter, _kind):
        wanted |= _shares(Counter(map(name, notes.values())), count)
    return Balance(wanted, random)


def _shares(weights: Mapping[str, float], count: float) -> dict[str, float]:
    whole = sum(weights.values())
    return {name: count * weight / whole for name, weight in weights.items()}


def _names(question: Question) -> Iterable[str]:
    return question.form, _chapter(question), _kind(question)


def _chapter(question: Question) -> str:
    return f"chapter {question.chapter.stem}"


def _kind(question: Question) -> str:
    return f"kind {question.kind}"
