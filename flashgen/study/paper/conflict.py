"""Whether two questions can stand on one paper."""

from collections.abc import Iterator

from flashgen.study.paper.keys import are_alike, keys, tells
from flashgen.study.paper.question import CHOICE, ESSAY, Question


def clash(one: Question, other: Question) -> bool:
    """Tell whether two questions cannot stand on one paper: one tells the answer of the other, or asks for the same."""
    return _overlap(one, other) or gives_away(one, other) or gives_away(other, one)


def _overlap(one: Question, other: Question) -> bool:
    if one.about & other.about or are_alike(keys(one.shown), keys(other.shown)):
        return True
    if CHOICE == one.form == other.form and {*_said(one)} & {*_said(other)}:
        return True  # what stands among several answers again and again is wrong
    return any(keys(answer) == keys(known) for answer in one.answers for known in other.answers)


def _said(question: Question) -> Iterator[str]:
    yield from (option.words for option in question.options)


def gives_away(one: Question, other: Question) -> bool:
    """Tell whether one question shows an answer of another; nothing short tells that of an essay."""
    return other.form != ESSAY and any(tells(one.shown, answer) for answer in other.answers)
