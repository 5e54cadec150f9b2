"""Choose the questions of one paper, or of several of the same difficulty: always what a paper lacks most."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from random import Random

from flashgen.study.paper.conflict import clash
from flashgen.study.paper.question import ESSAY, FORMS, Question
from flashgen.study.paper.quota import Balance, balance

Paper = tuple[Question, ...]

_ATTEMPTS = 5
"""A small deck may have a paper where the first way to it ends too early."""

_SMALL = 200
"""The questions of such a deck."""

_WORTH = 2.4
"""What a question is worth on the whole."""


@dataclass(frozen=True, slots=True)
class Length:
    """How many questions a paper has, or else what they are worth together."""

    count: int = 0
    points: int = 0

    @property
    def questions(self) -> int:
        """About how many questions that is."""
        return self.count or max(1, round(self.points / _WORTH))

    @property
    def in_words(self) -> str:
        """The size in words."""
        return f"{self.count} questions" if self.count else f"{self.points} points"

    def is_reached(self, paper: Sequence[Question]) -> bool:
        """Tell whether a paper has that length."""
        return len(paper) >= self.count if self.count else points(paper) >= self.points

    def has_room(self, paper: Sequence[Question], question: Question) -> bool:
        """Tell whether a question may join a paper."""
        return bool(self.count) or points(paper) + question.points <= self.points


def points(paper: Sequence[Question]) -> int:
    """Return what questions are worth together."""
    return sum(question.points for question in paper)


class _Draft:
    """A paper in the making; `seen` tells with how many of its questions others were compared, -1 for a clash."""

    def __init__(self) -> None:
        self.questions: list[Question] = []
        self.seen: dict[Question, int] = {}

    def fits(self, question: Question) -> bool:
        """Tell whether a question can stand beside the others."""
        known = self.seen.get(question, 0)
        if known >= 0:
            clashes = any(clash(question, other) for other in self.questions[known:])
            self.seen[question] = -1 if clashes else len(self.questions)
        return self.seen[question] >= 0

    @property
    def difficulty(self) -> float:
        """How hard it is so far."""
        return sum(question.difficulty for question in self.questions)


def choose(pool: Sequence[Question], length: Length, papers: int, used: Set[str], random: Random) -> tuple[Paper, ...]:
    """Return papers with no question in common, as long as can be up to a length; `used` are entries to leave out."""
    best: list[_Draft] = []
    left = [question for question in pool if not question.about & used]
    for _ in range(_ATTEMPTS if len(left) <= _SMALL else 1):
        made = _attempt(left, length, papers, random)
        best = max(best, made, key=lambda some: points(some[0].questions) if some else -1)
        if length.is_reached(best[0].questions):
            break
    return tuple(tuple(sorted(paper.questions, key=_place)) for paper in best)


def _attempt(every: Sequence[Question], length: Length, papers: int, random: Random) -> list[_Draft]:
    pool = random.sample(every, len(every))
    wanted = balance(pool, length.questions, papers, random)
    made = [_Draft() for _ in range(papers)]
    taken: set[str] = set()
    while not length.is_reached(made[0].questions) and (row := _row(pool, made, wanted, length, taken)):
        for paper, question in zip(made, row, strict=True):
            paper.questions.append(question)
            taken |= question.about
        wanted.add(row[0])
    return made


def _row(
    pool: Sequence[Question], made: Sequence[_Draft], wanted: Balance, length: Length, taken: Set[str]
) -> list[Question]:
    """Return a question for each paper, all of them alike; nothing where there are none."""
    first_paper = made[0].questions
    free = [question for question in pool if not question.about & taken and length.has_room(first_paper, question)]
    for first in sorted(free, key=wanted.lack, reverse=True):
        if (first.form != ESSAY or wanted.wanted[ESSAY] > wanted.had[ESSAY]) and made[0].fits(first):
            row = [first, *_companions(first, free, made)]
            if len(row) == len(made):
                return row
    return []


def _companions(first: Question, free: Sequence[Question], made: Sequence[_Draft]) -> Iterator[Question]:
    """Yield the question most like the first one for each paper but the first, as long as there is one."""
    taken = first.about
    alike = [one for one in free if (one.form, one.points) == (first.form, first.points)]
    goal = made[0].difficulty + first.difficulty
    for paper in made[1:]:
        had = paper.difficulty
        ranked = sorted(alike, key=lambda one: (*_unlike(one, first), abs(had + one.difficulty - goal)))
        found = next((one for one in ranked if not one.about & taken and paper.fits(one)), None)
        if found is None:
            return
        taken = taken | found.about
        yield found


def _unlike(one: Question, other: Question) -> tuple[bool, bool]:
    return one.chapter.stem != other.chapter.stem, one.kind != other.kind


def _place(question: Question) -> tuple[int, int]:
    return FORMS.index(question.form), question.chapter.position
