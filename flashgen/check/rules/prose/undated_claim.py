"""A claim that is bound to the day on which it was written.

"Currently" and "the latest" become untrue without anyone's touching the card, and no learner can tell since when. A
claim that time may overtake needs its date (Wozniak, rule 19: provide date stamping).

Wrong:

    cloze: The latest Russian edition of the book has {{two volumes}}.

Right:

    cloze: The Russian edition of 2003, the latest by 2020, has {{two volumes}}.
"""

import re
from collections.abc import Iterator

from flashgen.check.rule import Rule
from flashgen.check.written import is_english, texts, unquoted
from flashgen.kinds.quote import QUOTE
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem

_TODAY = re.compile(
    r"\b(?:currently|today|nowadays|at present|at the moment|right now|as of now|these days|to this day|in recent years"
    r"|(?<!until )(?<!more )(?<!most )recently|(?:this|last|next) (?:year|month)|the (?:newest|most recent)|who now"
    r"|current (?:president|premier|leader|government|state|scholarship|research)"
    r"|recent (?:studies|research|work|scholarship|books)"
    r"|(?<!at the )(?<!at its )(?<!at their )latest(?! (?:date|time|day|point|phase|stage|possible)))\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:1\d|20)\d\ds?\b|\b(?:century|centuries)\b", re.IGNORECASE)


def _check(deck: Deck) -> Iterator[Problem]:
    for note in deck.notes if is_english(deck) else ():
        written = () if note.type is QUOTE.type else texts(note)
        dated = any(_DATED.search(text.words) for text in written)
        for text in () if dated else written:
            if found := _TODAY.search(unquoted(text.words)):
                said, hint = f'"{found.group()}" without a date', "say of which year it is true"
                yield Problem(text.place, "undated-claim", said, hint, "warning", found.group())


UNDATED_CLAIM = Rule("undated-claim", _check, "warning")
