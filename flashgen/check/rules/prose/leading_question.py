"""A question that suggests its answer.

"Isn't it?" and "of course" give the answer away: you agree and recall nothing (Matuschak, "How to write
good prompts": a prompt should take effort, so that the answer comes from memory).

Wrong:

    ask: Stalin called his order socialism, didn't he?
    answer: he did

Right:

    ask: What did Stalin call the order that he had built by the mid-1930s?
    answer: socialism
"""

import re
from collections.abc import Iterator

from flashgen.check.looking import by_prompt
from flashgen.check.once import has_any
from flashgen.check.rule import Rule
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.text import Text

_VERB = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|should|would|wo|will)"
_WHO = r"(?:it|he|she|they|we|you|there|that)"
_LEADS = re.compile(
    rf", ({_VERB}n['’]t {_WHO}\?|{_VERB} {_WHO} not\?|(?:right|correct|no|yes|agreed)\?)"
    rf"|(?:^|[.:] )({_VERB}n['’]t \w+)(?=[^.]*\?)"
    rf"|^(?!.*\b(?:who|whom|whose|what|which|when|where|why|how)\b).*, ({_VERB} {_WHO}\?)"
    r"|((?<!matter )(?<!not )\bof course\b|(?<!but )\bsurely\b|(?<!not )(?<!less )(?<!so )\bobviously\b"
    r"|\bneedless to say\b|\bas (?:everyone|everybody|we all) knows?\b|\bas is well[ -]known\b"
    r"|\b(?:do|would|don['’]t|wouldn['’]t) you (?:not )?(?:think|agree|say)\b)",
    re.IGNORECASE,
)
_NOT = ("n't", "n’t")
_SURE = (
    *("of course", "surely", "obviously", "needless", "as every", "as we all", "as is well"),
    *("you think", "you agree", "you say", "you not"),
)
"""One of these is in what leads, if it is no question."""


def _judge(_: Note, prompt: Text, said: str) -> Iterator[Problem]:
    is_tagged = "?" in said and ("," in said or has_any(said, _NOT))
    if match := _LEADS.search(said) if is_tagged or has_any(said, _SURE) else None:
        words = next(filter(None, match.groups()))
        hint = "ask without it, so that the answer has to be recalled"
        yield Problem(prompt.place, "leading-question", f'"{words}" gives the answer away', hint, "warning", words)


LEADING_QUESTION = Rule("leading-question", by_prompt(_judge), "warning")
