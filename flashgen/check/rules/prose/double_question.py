"""Two questions in one.

If you know only one of the two answers, no grade is right, and you repeat the easy half for the sake of the hard one
(Matuschak, "How to write good prompts": a prompt should be focused).

Wrong:

    ask: When did Lenin announce the NEP, and why?
    answer: in 1921, to restore the link of workers and peasants

Right:

    ask: What was the NEP to restore, when Lenin announced it in 1921?
    answer: the link of workers and peasants
"""

import re
from collections.abc import Iterator

from flashgen.check.looking import by_prompt
from flashgen.check.once import has_any
from flashgen.check.rule import Rule
from flashgen.kinds.ask import ASK
from flashgen.kinds.cloze import CLOZE
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.text import Text

_WH = r"(?:who|whom|whose|what|which|when|where|why|how)"
_VERB = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|should|would|will)"
_TO = r"(?:(?:in|to|for|of|by|with|from|on|at|under|against|about|into|through) )?"
_TOLD = r"(?:name|define|list|state|explain|describe|give|say)"
_TAIL = re.compile(rf"\b(?:and|or) (?:if so,? )?{_TO}{_WH}(?: so| not)?\?", re.IGNORECASE)
_ASKS = re.compile(rf"\b{_WH}\b|(?:^|[,:] ){_VERB}\b", re.IGNORECASE)
_DOUBLE = re.compile(
    rf"\?[^\w?]+(?P<another>\w[^?]*\?)|^{_TO}{_WH} (?P<both>and {_TO}{_WH})\b"
    rf"|^{_TO}{_WH}\b(?:(?!\b{_WH}\b).)*?\b(?P<next>and {_TO}(?:(?:whom|what|why|how|when|where|(?:which|whose) \w+)"
    rf" {_VERB}|who \w+))\b|^(?!{_TOLD} and {_TOLD}\b){_TOLD}\b.*\b(?P<told>and {_TOLD}) ",
    re.IGNORECASE,
)
_GOOD = r"(?:advantage|benefit|merit|pro|strength|upside)s?"
_BAD = r"(?:con|cost|disadvantage|downside|drawback|limitation|risk|weakness|weaknesse)s?"
_AND = r"(?: ?/ ?| (?:and|or|&) )(?:the |its )?"
_BOTH = re.compile(
    rf"(?<!of )\b(?:{_GOOD}{_AND}{_BAD}|{_BAD}{_AND}{_GOOD}|causes?{_AND}(?:effect|consequence|result|treatment)s?"
    rf"|symptoms?{_AND}(?:cause|treatment)s?|similarities{_AND}differences|differences{_AND}similarities"
    rf"|definition{_AND}examples?)\b(?=\?| (?:of|in|for|to|between)\b|$)",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(r"\bboth an?\b", re.IGNORECASE)
_PAIR = re.compile(
    rf"what (?:is|are|was|were) the (?:\w+ )?(?P<pair>(?P<one>[a-z]{{4,}}){_AND}(?P<other>[a-z]{{4,}})) of ",
    re.IGNORECASE,
)
_NEAR = frozenset(
    (
        *("aim", "aims", "conditions", "fall", "function", "functions", "goal", "goals", "importance", "meaning"),
        *("nature", "objective", "objectives", "purpose", "rise", "role", "roles", "significance", "terms", "uses"),
    )
)
"""Words that are said in pairs where one thing is meant."""

_JOINTS = ("and", "or ", "/", "&")
_PARTS = re.compile(r"\n|;|:|,| and |/")


def _judge(note: Note, asked: Text, said: str) -> Iterator[Problem]:
    may_be_two = said.count("?") > 1 or has_any(said, _JOINTS)
    if note.type is not CLOZE.type and may_be_two and (words := _second(said) or _two(note, said)):
        hint = "make two entries, one for each question"
        yield Problem(asked.place, "double-question", "a second question", hint, "warning", words)


def _second(asked: str) -> str:
    """Return the words with which a second question begins; none where there is only one."""
    tail = _TAIL.search(asked)
    if tail and _ASKS.search(asked[: tail.start()]):
        return tail.group()
    found = _DOUBLE.search(asked)
    return next(filter(None, found.groups())) if found else ""


def _two(note: Note, asked: str) -> str:
    """Return the words that ask for two things at once: opposites, or a pair of which the answer has both."""
    if (found := _BOTH.search(asked)) and not _AT_ONCE.search(asked):
        return found.group()
    found, answer = _PAIR.match(asked), note.fields[1] if note.type is ASK.type else None
    if not found or not answer or {found["one"].lower(), found["other"].lower()} <= _NEAR:
        return ""
    return found["pair"] if _PARTS.search(answer.words) else ""


DOUBLE_QUESTION = Rule("double-question", by_prompt(_judge), "warning")
