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

from flashgen.check.rule import Rule
from flashgen.check.written import prompted, unquoted
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem

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


def _check(deck: Deck) -> Iterator[Problem]:
    for _, prompt in prompted(deck):
        if match := _LEADS.search(unquoted(prompt.words)):
            words = next(filter(None, match.groups()))
            hint = "ask without it, so that the answer has to be recalled"
            yield Problem(prompt.place, "leading-question", f'"{words}" gives the answer away', hint, "warning", words)


LEADING_QUESTION = Rule("leading-question", _check, "warning")
