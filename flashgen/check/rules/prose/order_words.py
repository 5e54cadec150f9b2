"""Words for the order of a pair in its `because` or `extra`: the former, the second, the one.

One of the cards shows the two in the other order, so learners have to look at its back to see which is meant. Write the
name instead.

Wrong:

    pair: [the Witte system, Peter's servile labour]
    relation: contrast
    because: the former is recent, the latter much older

Right:

    pair: [the Witte system, Peter's servile labour]
    relation: contrast
    because: Witte's is recent, Peter's much older
"""

import re
from collections.abc import Iterator

from flashgen.check.looking import by_english_note
from flashgen.check.rule import Rule
from flashgen.check.written import unquoted
from flashgen.kinds.pair import PAIR
from flashgen.model.note import Note
from flashgen.model.problem import Problem

_ALONE = (
    r"(?:['’]s)?(?=\s*(?:$|[.,;:!?)–—])|\s+(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|may"
    r"|might|must|should|and|or|but|nor|as|at|by|for|from|in|into|of|on|than|that|to|under|upon|which|who|with|without"
    r"|alone|also|always|never|not|only|too|\w{3,}ed|became|began|broke|brought|came|fell|found|gave|held|kept|led|left"
    r"|lost|made|meant|saw|sought|stood|took|went|won|wrote)\b)"
)
"""What follows a word that stands for one of the two; a noun would make it an adjective."""

_THING = (
    r"(?:chapter|century|congress|day|decade|edition|five|generation|glance|half|instance|line|month|page|part|period"
    r"|phase|place|plan|stage|step|time|volume|war|wave|week|world|year)s?"
)
"""What is counted for its own sake, not because it stands first in the pair."""

_FORMER = re.compile(rf"\bthe former(?:{_ALONE}|(?=.*\bthe latter\b))", re.IGNORECASE | re.DOTALL)
_LATTER = re.compile(rf"\bthe latter\b(?! {_THING}\b)", re.IGNORECASE)
_COUNTED = re.compile(rf"\bthe (?:first|second) {_THING}\b", re.IGNORECASE)
_FIRST = re.compile(
    rf"(?<!\bfrom )\b[Tt]he (?:first|second)(?:{_ALONE}|(?= (?![A-Z]).*\bthe (?:second|others?)\b))", re.DOTALL
)
_ONE = re.compile(
    r"(?:(?<=^)|(?<=[.,;:] )|\bthe )one (?!(?:of|another|hand|side)\b)\w+(?=.*\bthe other\b(?! (?:hand|side)\b))",
    re.IGNORECASE | re.DOTALL,
)


def _judge(note: Note) -> Iterator[Problem]:
    for text in (note.fields[-1], note.extra) if note.type is PAIR.type else ():
        if text and (words := _order(unquoted(text.words))):
            message = f'"{words}" depends on the order of the pair, which one of its cards reverses'
            yield Problem(text.place, "order-words", message, "name the concept instead", "warning", words)


def _order(text: str) -> str:
    """Return the first words that depend on an order; none where none do."""
    rules = (_FORMER, _LATTER, _ONE) if _COUNTED.search(text) else (_FORMER, _LATTER, _ONE, _FIRST)
    found = [match for rule in rules if (match := rule.search(text))]
    return min(found, key=lambda match: match.start()).group() if found else ""


ORDER_WORDS = Rule("order-words", by_english_note(_judge), "warning")
