"""An answer too long to recall as one fact.

A long answer is several facts at once: you recall half of it, cannot grade yourself, and keep repeating the card. Short
answers are remembered longer (Wozniak, rule 4: the minimum information principle).

Wrong:

    ask: What was the kolkhoz?
    answer: >-
      a cooperative in form, which was controlled by the party and the state from above by means of its chairmen and
      of deliveries at low prices

Right:

    ask: What was the kolkhoz in form?
    answer: a cooperative
"""

from collections.abc import Iterator

from flashgen.check import limits
from flashgen.check.card import Card, cards
from flashgen.check.looking import by_note
from flashgen.check.rule import Rule
from flashgen.check.tokens import count
from flashgen.model.note import Note
from flashgen.model.place import Place
from flashgen.model.problem import Problem, Severity
from flashgen.model.text import Text


def _judge(note: Note) -> Iterator[Problem]:
    for card in (card for card in cards(note) if _may_be_long(card)):
        length, answer, place = max((count(answer), answer, place) for answer, place in _answers(card))
        if length > limits.WORDY_ANSWER:
            severity: Severity = "warning" if length > limits.LONG_ANSWER else "note"
            hint = "keep what is to be recalled, and move the rest to `extra` or to another entry"
            yield Problem(place, "long-answer", f"an answer of {length} words", hint, severity, words=answer)


def _may_be_long(card: Card) -> bool:
    """Tell whether an answer has enough characters for so many words, and is not one that other cards ask for."""
    return max(map(len, card.answers)) > 2 * limits.WORDY_ANSWER and not (card.is_whole_list or card.is_reverse)


def _answers(card: Card) -> list[tuple[str, Place]]:
    """Return what a card asks for, and where it stands; the speaker and the subject of a quotation are two answers."""
    hidden = [part for one in card.text.deletions if one.number == card.number for part in one.parts]
    values = [(part.words, part.place) for part in hidden if isinstance(part, Text)]
    return values or [(answer, card.text.place) for answer in card.answers]


LONG_ANSWER = Rule("long-answer", by_note(_judge), "warning")
