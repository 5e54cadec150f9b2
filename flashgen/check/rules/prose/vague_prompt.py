"""A prompt too vague to have one answer.

Months later, among a hundred other cards, you cannot know what is meant, and a true answer is graded as wrong
(Matuschak, "How to write good prompts": be precise about what you ask for; Wozniak, rule 16: be specific).

Wrong:

    ask: What did he do next?
    answer: expelled Trotsky

Right:

    ask: What did Stalin do with Trotsky in 1929?
    answer: expelled him from the USSR
"""

import re
from collections.abc import Iterator

from flashgen.check import limits
from flashgen.check.card import cards
from flashgen.check.looking import by_note, by_prompt, together
from flashgen.check.rule import Rule
from flashgen.check.tokens import without_formulas
from flashgen.kinds.ask import ASK
from flashgen.kinds.cloze import CLOZE
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.text import Text

_WH = r"(?:who|whom|whose|what|which|when|where|why|how)"
_VERB = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|should|would|will|may|might|must)"
_TO = r"(?:in|to|for|of|by|with|from|on)"
_IMPERSONAL = (
    r"(?:['’]s\b| (?:is|was|were|be|been|takes?|took|seems?|appears?|follow|rains?|snows?|cost|pays?|matter|depend|feel"
    r"|help|happen|said|true|known|possible|necessary|means? (?:to|for|if|when))\b|.* that\b"
    r"|(?:(?<=is it)|(?<=was it))(?: \S+){1,2} (?:to|for|when|if|whether)\b)"
)
_PRONOUN = re.compile(
    rf"(?:(?:and|but|so|then) )?(?:(?:{_TO} )?{_WH} (?:\w+ ){{0,2}}?{_VERB} |{_VERB} )?"
    rf"(?P<word>(?:he|she|they)(?! (?:who|that|of|say that)\b)|it(?!{_IMPERSONAL})"
    rf"|(?:this|these|those|that)(?= (?:{_VERB}|means?|meant|led|made|caused|happened|came)\b))\b(?! \()",
    re.IGNORECASE,
)
_OWNER = re.compile(rf"(?i:{_WH} {_VERB} )?(?P<word>(?i:his|her|their|its)) [^A-Z]*$")
_OBJECT = re.compile(rf"{_WH} \w+(?: \w+)? (?P<word>it|him|her|them|this|that|these|those)[.?!]*", re.IGNORECASE)
_SPECIAL = r"(?:so )?(?:interesting|important|special|notable|significant|remarkable)"
_WHEN = r"(?:next|then|there|later|afterwards?|(?:in|on|during|after|before)(?: \S+){1,3})"
_OPEN = re.compile(
    r"what (?:else )?(?:do|did|can) (?:you|we) (?:know|say|remember)\b.*|what (?:can|could|should) be said\b.*"
    rf"|what about(?: \S+){{1,4}}\?|what (?:is|was|are|were) {_SPECIAL} (?:about|in)\b.*"
    rf"|what (?:else )?happened(?: {_WHEN})?\?"
    r"|(?:describe|discuss|explain|summari[sz]e|comment on|tell (?:me|us)|talk about|write about)"
    r"(?! (?:what|why|how|where|when|who|which|whether)\b)(?! ['\"“‘])(?: \S+){0,3}",
    re.IGNORECASE,
)
_UNSAID = re.compile(
    r"what (?:is|are|was|were) the (?P<what>(?:main )?(?:aims?|boundaries|branches|causes?|characteristics|components"
    r"|consequences?|contents|definition|differences?|effects?|examples?|features|functions?|goals?|location|meaning"
    r"|mechanism|outcome|parts|purpose|reasons?|relations|results?|roles?|solution|steps|symptoms|treatment|types?))\?+",
    re.IGNORECASE,
)
"""Of what, nobody says."""

_DEFINITION = re.compile(
    r"what (?:is|are) (?!(?:next|new|left|wrong|different|special|important)\b)\S+|define .*|\S+ (?:definition|meaning)"
    r"|[^\W\d][\w ]*: .+|\d{1,3}(?:[.,]\d+)? \w+",
    re.IGNORECASE,
)
"""What a term means can be asked for in three words, with an article or without; so can what a label says, or a sum."""

_SAYS_LITTLE = re.compile(
    r"\w+ (?:is|are|was|were|do|does|did|about|happened|means?|meant|changed|matters?)\b", re.IGNORECASE
)

_NAMES = re.compile(r"[^\W\d_]{2}|[\u3040-\u30ff\u3400-\u9fff]")
_YES_OR_NO = re.compile(r"\b(?:yes|no|true|false)\b", re.IGNORECASE)

_NAME = "name the person, subject or time, so that only one answer is right"
_TERM = "ask a whole question, or write it as a `term` and what it `means`"


def _judge(note: Note, asked: Text, said: str) -> Iterator[Problem]:
    if found := _fault(asked.words, said, note.type is not CLOZE.type):
        message, words = found
        is_bare = note.type is ASK.type and words == asked.words and "?" not in words and len(words.split()) < 3
        yield Problem(asked.place, "vague-prompt", message, _TERM if is_bare else _NAME, "warning", words)


def _reversed(note: Note) -> Iterator[Problem]:
    """Report an answer that is asked for its question and is a mere number, yes or no: it answers many questions."""
    for card in (card for card in cards(note) if card.is_reverse):
        answer = card.asked.words
        if not _NAMES.search(_YES_OR_NO.sub("", without_formulas(answer, "xx"))):
            message = f'"{answer}" alone answers many questions, and `reverse` asks for one'
            hint = "leave out `reverse`, or add to the answer what it is about"
            yield Problem(card.asked.place, "vague-prompt", message, hint, "warning")


def _fault(written: str, said: str, asks: bool) -> tuple[str, str] | None:
    """Return what is vague, and the words in which it shows; a sentence that does not ask only has its pronouns."""
    if found := _PRONOUN.match(said) or _OWNER.match(said) or _OBJECT.fullmatch(said):
        return f'the prompt does not say what "{found["word"]}" refers to', found.group()
    if asks and (found := _UNSAID.fullmatch(said)):
        return f'the prompt does not say whose "{found["what"]}" it asks for', said
    if asks and _OPEN.fullmatch(said):
        return "more than one answer would be right", said
    count = len(without_formulas(written, "x").split())
    is_short = count < limits.SHORT_PROMPT or (count == limits.SHORT_PROMPT and _SAYS_LITTLE.match(said))
    if asks and is_short and not _DEFINITION.fullmatch(said):
        return f"a prompt of {count} word{'s' * (count > 1)}", said
    return None


VAGUE_PROMPT = Rule("vague-prompt", together(by_prompt(_judge), by_note(_reversed)), "warning")
