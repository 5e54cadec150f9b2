"""A number that differs from the number of items.

The number tells a learner when an enumeration is complete: if it is wrong, one who has recalled every item keeps
looking for another (Wozniak, rule 10: avoid enumerations, or make them countable).

Wrong:

    list: Tucker's five marks of what Stalin called socialism
    items: [mass poverty, sharp stratification, constant fear]

Right:

    list: Three of Tucker's five marks of what Stalin called socialism
    items: [mass poverty, sharp stratification, constant fear]
"""

import re
from collections.abc import Iterator

from flashgen.check import limits
from flashgen.check.counting import announced, pieces
from flashgen.check.enumeration import enumerated
from flashgen.check.looking import by_prompt
from flashgen.check.rule import Rule
from flashgen.check.written import unquoted
from flashgen.kinds.ask import ASK
from flashgen.kinds.list import LIST, WHOLE
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.text import Text

_ANNOUNCED = re.compile(r"(?<![^.?!:])(?P<heading>[^.?!:]+):\s(?P<named>[^.?!:]+)")
_OPEN = re.compile(r"…|\betc\b|\bothers?\b|\bamong them\b")


def _judge(note: Note, asked: Text, said: str) -> Iterator[Problem]:
    heading, named = _enumeration(note, said)
    numeral, number = announced(heading)
    if number and number != (count := len(note.ordinals) - WHOLE if note.type is LIST.type else _count(named, number)):
        message, hint = f'the text says "{numeral}" and has {count}', "correct the number, or add the missing items"
        yield Problem(asked.place, "wrong-count", message, hint, "warning", numeral)


def _enumeration(note: Note, asked: str) -> tuple[str, str]:
    """Return the words that may announce a number of things, and those that may name them."""
    if note.type is LIST.type:
        return asked, ""
    if note.type is ASK.type and (answer := note.fields[1]):
        return asked, unquoted(answer.words)
    found = _ANNOUNCED.search(asked) if ":" in asked else None
    return (found["heading"], found["named"]) if found else ("", "")


def _count(named: str, number: int) -> int:
    """Return how many things words name where it is plainly not that number, or else the number."""
    parts = pieces(named)
    if _OPEN.search(named) or max(len(part.split()) for part in parts) > limits.LONG_ITEM:
        return number
    return len(parts) if 1 < len(parts) < number else max(number, len(enumerated(named)))


WRONG_COUNT = Rule("wrong-count", by_prompt(_judge), "warning")
