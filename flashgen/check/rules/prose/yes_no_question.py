"""A question answered by yes or no, or by one of two options that it names.

Half of all guesses are right, so the card is graded as known too early, and little is learned from it (Matuschak,
"How to write good prompts": yes and no produce lots of reviews and little understanding). Ask for the fact itself:
what, who, when, why.

Wrong:

    ask: Was War Communism a source of Stalinism for Tucker?
    answer: "yes"

Right:

    ask: Which heritage within Bolshevism is a source of Stalinism for Tucker?
    answer: that of War Communism
"""

import re
from collections.abc import Iterator

from flashgen.check.card import Card, cards
from flashgen.check.looking import by_english_note
from flashgen.check.rule import Rule
from flashgen.check.written import is_foreign, unquoted
from flashgen.kinds.ask import ASK
from flashgen.kinds.cloze import CLOZE
from flashgen.model.note import Note
from flashgen.model.problem import Problem

_VERB = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|should|would|will)(?:n['’]t)?"
_TAG = r"(?:it|he|she|they|we|there|that)(?: not)?\?"
_ASKS_WHETHER = re.compile(
    rf"(?P<lead>(?:[^?]*?[,:;–—]\s+|and |but |so )?)(?P<words>{_VERB} (?!you\b|{_TAG})[\w“]+)(?P<rest>[^?]*)\?"
    r"|(?P<told>(?:say|state|tell|decide|judge) (?:whether|if)\b)",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\b(?:who|whom|whose|what|which|where|why|how|when,)(?!\w)", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:,|:|\band|\bor)(?: \w+)? (?:who|whom|whose|what|which|why|how|when|where)\b", re.IGNORECASE)
_OR = re.compile(r",?\s+or\s+", re.IGNORECASE)
_PARTICLES = re.compile(r"(?:(?:the|an?|by|of|in|to|from|with|for|as|on|at)\s+)*", re.IGNORECASE)
_YES_NO = re.compile(r"(?!(?-i:NO)\b)(?:yes|no|true|false)(?:\W*$|[,;:.]\s|\s[–—-]\s)", re.IGNORECASE)
_ASKED = re.compile(r"\?|true or false", re.IGNORECASE)
_ENDS = re.compile(r"\][ .!]*$")
_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_HINT = "ask for the fact itself: what, who, when, why"


def _judge(note: Note) -> Iterator[Problem]:
    for card in cards(note) if note.type is ASK.type or note.type is CLOZE.type else ():
        found = next(_answers(card), None) or next(_questions(card), None)
        if found and not is_foreign(card.prompt):
            yield found


def _answers(card: Card) -> Iterator[Problem]:
    """Yield a problem for each answer that says yes or no; in a sentence these may be words like others."""
    for answer in card.answers:
        if _YES_NO.match(answer) and (card.note.type is ASK.type or _is_judged(card)):
            message = f'the answer is "{answer.split()[0].strip(",;:.")}"'
            yield Problem(card.text.place, "yes-no-question", message, _HINT, "warning", answer)


def _is_judged(card: Card) -> bool:
    """Tell whether a sentence asks whether it is true; where it has other gaps, "false" is a word among others."""
    return bool(_ASKED.search(card.prompt)) or (len(card.note.ordinals) == 1 and bool(_ENDS.search(card.prompt)))


def _questions(card: Card) -> Iterator[Problem]:
    """Yield a problem for each question that yes or no answers, or that names its answer beside another."""
    asked = unquoted(card.prompt) if card.note.type is ASK.type else ""
    for sentence in _SENTENCE.split(asked):
        left, *right = _OR.split(sentence, maxsplit=1)
        answer = _bare(card.answers[0])
        if right and answer and sentence.endswith("?") and (_ends(left, answer) or _bare(right[0]).startswith(answer)):
            message = "the question names its answer as one of two options"
            yield Problem(card.asked.place, "yes-no-question", message, _HINT, "warning", sentence)
        elif (found := _ASKS_WHETHER.match(sentence)) and not _asks_more(found):
            words = found["words"] or found["told"]
            message = "the answer is one of the two options it names" if right else "the answer is yes or no"
            yield Problem(card.asked.place, "yes-no-question", message, _HINT, "warning", words)


def _asks_more(found: re.Match[str]) -> bool:
    """Tell whether a question that seems to ask whether is one for a fact: "Had he lived, what would have come?"."""
    return bool(_LEADS.search(found["lead"] or "") or _GOES_ON.search(found["rest"] or ""))


def _ends(left: str, answer: str) -> bool:
    return f" {left.casefold()}".endswith(f" {answer}")


def _bare(words: str) -> str:
    """Return words as they are compared: without case, and without articles and prepositions before them."""
    return _PARTICLES.sub("", words.strip(" .?!"), count=1).casefold()


YES_NO_QUESTION = Rule("yes-no-question", by_english_note(_judge), "warning")
