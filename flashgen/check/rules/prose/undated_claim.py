"""A claim that is true only for a time, without a date.

"Currently" and "the latest" become untrue although nobody changes the card. A claim that can go out of date needs a
date (Wozniak, rule 19: provide date stamping), or the text that makes it ("according to …").

Wrong:

    cloze: The latest Russian edition of the book has {{two volumes}}.

Right:

    cloze: The Russian edition of 2003, the latest by 2020, has {{two volumes}}.
"""

import re
from collections.abc import Iterator

from flashgen.check.looking import by_english_note
from flashgen.check.once import has_any
from flashgen.check.present import asked_now, told_now
from flashgen.check.rule import Rule
from flashgen.check.written import texts, unquoted
from flashgen.kinds.ask import ASK
from flashgen.kinds.cloze import CLOZE
from flashgen.kinds.quote import QUOTE
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.text import Text

_THING = (
    r"(?= (?:\w+ ){0,2}(?:book|census|count|edition|election|estimate|fashion|figure|finding|generation|law|model"
    r"|news|release|report|research|study|studies|survey|version)s?\b)"
)
"""What there is a newer one of before long; the latest of the commits or events in a system is another matter."""

_TODAY = re.compile(
    r"\b(?:(?<!the )(?<!a )currently(?! (?:in use|being|active|selected|assum\w+|stored|\w+ing)\b)|today|nowadays"
    r"|at present|at the moment(?! (?:of|when|that|in|a|the)\b)|right now|as of now|these days|to this day"
    r"|in recent years|(?<!until )(?<!more )(?<!most )(?<!least )recently|(?<!the )(?:this|last|next) (?:year|month)"
    rf"|the (?:newest|most recent){_THING}|who now|(?<!from )(?<!until )(?<!by )now(?=\?$)"
    r"|current (?:president|premier|leader|government|state of (?:affairs|the art|research)|scholarship|research)"
    r"|recent (?:studies|research|work|scholarship|books)"
    rf"|(?<!at the )(?<!at its )(?<!at their )latest{_THING})(?!\w)",
    re.IGNORECASE,
)
_OF_TODAY = (
    *("current", "now", "today", "at present", "at the moment", "these days", "this day", "recent", " year", " month"),
    *("newest", "latest"),
)
"""One of these is in all of that."""

_DATED = re.compile(
    r"\b(?:1\d|20)\d\ds?\b|\b(?:century|centuries)\b"
    r"|\baccording to\b|\bthe (?:author|article|essay|passage|text)\b",
    re.IGNORECASE,
)
"""What gives a claim its time: a year, or the text that makes it."""


def _judge(note: Note) -> Iterator[Problem]:
    written = () if note.type is QUOTE.type else texts(note)
    found = [(text, words) for text in written if (words := _now(note, text, unquoted(text.words)))]
    if found and not any(_DATED.search(text.words) for text in written):
        yield from (_problem(text, words) for text, words in found)


def _now(note: Note, text: Text, said: str) -> str:
    """Return the words that are true of today only; none without such."""
    found = _TODAY.search(said) if has_any(said, _OF_TODAY) else None
    return found.group() if found else _changing(note, text, said)


def _changing(note: Note, text: Text, said: str) -> str:
    """Return the words by which a question or a sentence is about what changes, without saying so."""
    if note.type is CLOZE.type:
        return told_now(said)
    asked, answer = note.fields[:2] if note.type is ASK.type else (None, None)
    return asked_now(said, answer.words) if asked and answer and text.place == asked.place else ""


def _problem(text: Text, words: str) -> Problem:
    return Problem(
        text.place, "undated-claim", f'"{words}" without a date', "add the year for which it is true", "warning", words
    )


UNDATED_CLAIM = Rule("undated-claim", by_english_note(_judge), "warning")
