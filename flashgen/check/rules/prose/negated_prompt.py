"""A prompt that asks what is not the case.

What is not the case cannot be recalled, only picked from choices, as in an exam. The same holds for "which of the
following" without the choices. And you remember the very statement that is false (Matuschak, "How to write good
prompts": precise, and with one answer). Ask for what is true.

Wrong:

    ask: Which of these is not a mark of socialism in Tucker's list?
    answer: social equality

Right:

    ask: Which mark in Tucker's list contradicts the socialist idea of equality?
    answer: sharp stratification
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

_NOT = r"(?: not|n['’]t)"
_NOUN = r"(?: (?!(?:if|when|where|that|which|who|happen(?:s|ed)?|can|must|should|do|does|did|is|are)\b)[\w'’-]+)"
_AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|should|would|will|may|might|must)"
_NEGATED = re.compile(
    rf"^(?:which|what|who)(?: [\w'’-]+){{0,6}} (?P<none>(?:is|are|was|were){_NOT})"
    r" (?:an?|the|one|among|part|true|correct|in|of|found|listed|mentioned|included)\b"
    rf"|^(?:which|what) of (?:these|those|the following)\b.* (?P<does>(?:do|does|did|has|have|had|can|could){_NOT})\b"
    rf"|^(?:which|what|who){_NOUN}{{0,3}} (?P<subject>(?:do|does|did|has|have|had){_NOT})\b(?! (?-i:[A-Z]{{2}}))"
    r"|^(?:which|what)\b(?: [\w'’-]+){0,6} (?:is|are|was|were) (?P<false>false|untrue|incorrect|wrong)"
    r"(?:\?| (?:about|of|for)\b)"
    r"|\b(?P<choice>which of the following)\b(?!.*: )"
    r"|(?P<but>\bexcept(?: for)?(?: which| what| one)?\W*\?)",
    re.IGNORECASE,
)
_SHOUTED = re.compile(
    rf"^(?!(?i:why|how|explain|when|where) ).*\b{_AUXILIARY} (?:.* )?(?<!the )(?<!(?i:and) )(?<!(?i:or) )(NOT|NEVER)\b"
    r"(?!\W*$)(?! (?:[A-Z]{2}|gate|operator))"
    r"|(EXCEPT)\W*$"
)
"""In capitals, as exams have it: where it is not the name of an operation, as AND and OR are."""

_ALL = re.compile(r"(?:all|none|any|both|neither) of the (?:above|below)\b", re.IGNORECASE)
_NEGATIONS = ("not", "n't", "n’t", "never", "false", "untrue", "incorrect", "wrong", "which of the following", "except")
_HINT = "ask for what is true, so that only one answer is right"


def _judge(note: Note, asked: Text, said: str) -> Iterator[Problem]:
    is_asked = note.type is not CLOZE.type and has_any(said, _NEGATIONS)
    if is_asked and (found := _NEGATED.search(said) or _SHOUTED.search(said)):
        words = next(filter(None, found.groups()))
        is_choice = words.lower() == "which of the following"
        yield _choiceless(asked, words) if is_choice else _problem(asked, words)
    answer = note.fields[1] if note.type is ASK.type else None
    if answer and (found := _ALL.match(answer.words)):
        yield _problem(answer, found.group())


def _problem(text: Text, words: str) -> Problem:
    return Problem(text.place, "negated-prompt", f'"{words}" asks for what is not', _HINT, "warning", words)


def _choiceless(text: Text, words: str) -> Problem:
    message = f'"{words}" points to choices that the card does not show'
    return Problem(text.place, "negated-prompt", message, "ask for the answer itself", "warning", words)


NEGATED_PROMPT = Rule("negated-prompt", by_prompt(_judge), "warning")
