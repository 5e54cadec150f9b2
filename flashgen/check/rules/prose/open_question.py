"""A question with many right answers.

A learner who gives another right answer has to grade it as wrong, or comes to believe that the one on the back is the
only one (Wozniak, rules 9 and 16: avoid sets, be specific). Ask for the one you mean, by what sets it apart, or ask for
all of them in a `list`.

Wrong:

    ask: Name one trait of Stalin's that Tucker dwells on.
    answer: rudeness

Right:

    ask: Which trait of Stalin's did Lenin complain of in a postscript of 1923?
    answer: rudeness
"""

import re
from collections.abc import Iterator

from flashgen.check.card import cards
from flashgen.check.looking import by_prompt
from flashgen.check.once import has_any
from flashgen.check.rule import Rule
from flashgen.kinds.ask import ASK
from flashgen.kinds.cloze import CLOZE
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.text import Text

_NUMBER = r"(?:two|three|four|five|six|[2-6])(?![-–'’/.]| or more)"
_SOME = rf"(?:some|several|a few|a couple of|various|{_NUMBER}) (?:other |common |main )?"
_ONE = (
    r"(?:at least )?one (?!(?:and|or|half|third|quarter|hundred|thousand|million|unit|mole|bit|byte|degree|hour|day"
    r"|year|pound|dollar|euro|light)\b|\w+\?)"
)
_EXAMPLE = r"(?:an?|another|any|further|more)? ?(?:\w+ )?examples?"
_OF_MANY = (
    r"(?:an?|another|any) (?:\w+ )?(?:advantage|application|benefit|cause|characteristic|consequence|disadvantage"
    r"|drawback|effect|feature|limitation|member|method|property|reason|side effect|symptom|use|way)\b"
)
_TELL = r"(?:cite|describe|explain|give|identify|list|mention|name|provide|state)(?: me| us)?"
_ASKS = re.compile(
    rf"(?:^|[.,:;?] |you |please )(?P<words>{_TELL} (?:{_EXAMPLE}|{_ONE}|{_SOME}|{_OF_MANY})"
    rf"|what(?: is|['’]s| are| was| were) (?:{_EXAMPLE} (?:of|for|where|that)|{_ONE}|{_SOME}|{_OF_MANY})"
    r"|(?:who|which) (?:is|was|are|were) (?:one|some|two|three) of\b)",
    re.IGNORECASE,
)
_OPEN_GAP = re.compile(
    r"\b(?P<words>(?:such as|for example,?|for instance,?|e\.g\.,?|(?:an|one) example of [\w ,'’-]+ (?:is|was)"
    r"|one of (?:the|its|his|her|their|many) [\w '’-]+ (?:is|was))) \[",
    re.IGNORECASE,
)
"""Before a blank on a front."""

_BEFORE = ("such as", "for example", "for instance", "e.g.", "example of", "one of")

_HINT = "say what sets this answer apart, or ask for all answers in a `list`"


def _judge(note: Note, asked: Text, said: str) -> Iterator[Problem]:
    found = _ASKS.search(said) if note.type is ASK.type else None
    if note.type is CLOZE.type:
        found = next(
            filter(None, [_OPEN_GAP.search(card.prompt) for card in cards(note) if has_any(card.prompt, _BEFORE)]), None
        )
    if found:
        words = found["words"].strip()
        yield Problem(asked.place, "open-question", f'"{words}" has many right answers', _HINT, "warning", words)


OPEN_QUESTION = Rule("open-question", by_prompt(_judge), "warning")
