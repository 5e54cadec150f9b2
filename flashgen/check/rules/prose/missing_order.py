"""A list whose heading speaks of an order, without `ordered: yes`.

Without `ordered: yes`, each item is asked with all the others shown, so you never practise the order. With `ordered:
yes`, only the earlier items are shown, and you recall what comes next (Wozniak, rule 10: enumerations).

Wrong:

    list: Three phases of the Revolution
    items: [War Communism, the NEP, the revolution from above]

Right:

    list: Three phases of the Revolution
    ordered: yes
    items: [War Communism, the NEP, the revolution from above]
"""

import re
from collections.abc import Iterator

from flashgen.check.looking import by_prompt
from flashgen.check.rule import Rule
from flashgen.kinds.list import LIST, is_ordered
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.text import Text

_ORDER = re.compile(
    r"(?P<words>\bin (?:order|sequence|succession)\b(?! (?:to|that)\b)"
    r"|\bin (?:(?:the|its|their|an?) )?(?:(?-i:[a-z]+)['’]s?|same|right|correct|original|logical|historical|numerical"
    r"|alphabetical|ascending|descending|rising|falling|temporal) (?:order|sequence|succession)\b"
    r"|\b(?:in|by) (?:the )?order (?:of (?:their|its|size|time|date|importance|rank|age|strength)|in which)\b"
    r"|\b(?:chronological(?:ly)?|step by step|one after (?:the other|another)|(?<!which )(?<!that )in turn)\b"
    r"|\b(?:from|in) (?:the )?(?:\w+est|first|earliest|latest|most|least)\b[^.;:]* to\b)",
    re.IGNORECASE,
)
_STAGES = re.compile(
    r"(?:(?!\b(?:of|in|for|by|from|to|with|on|at|between|into|through|as|that|which|who|where|when)\b|[,:;(]).)*?"
    r"\b(?P<words>steps|stages|phases|periods)\b",
    re.IGNORECASE,
)
"""The heading's own noun, before any preposition: "Three phases of the turn", not "Three marks of the two phases"."""

_HINT = "write ordered: yes, or leave the order out of the heading"


def _judge(note: Note, heading: Text, said: str) -> Iterator[Problem]:
    if note.type is LIST.type and not is_ordered(note) and (words := _order(said)):
        message = f'the heading says "{words}", but the list is not `ordered`'
        yield Problem(heading.place, "missing-order", message, _HINT, "warning", words)


def _order(heading: str) -> str:
    """Return the words of a heading that speak of an order; none without one."""
    found = _ORDER.search(heading) or _STAGES.match(heading)
    return found["words"] if found else ""


MISSING_ORDER = Rule("missing-order", by_prompt(_judge), "warning")
