"""An answer too long to be recalled as one thing.

What takes long to say is several things at once: the learner half remembers, grades at random, and repeats it for ever.
The shorter the answer, the longer it lasts (Wozniak, rule 4: the minimum information principle).

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
from flashgen.check.card import cards
from flashgen.check.rule import Rule
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem, Severity


def _check(deck: Deck) -> Iterator[Problem]:
    for card in (card for note in deck.notes for card in cards(note)):
        count = max(len(answer.split()) for answer in card.answers)
        if count > limits.WORDY_ANSWER and not card.is_whole_list:
            severity: Severity = "warning" if count > limits.LONG_ANSWER else "note"
            hint = "keep what is to be recalled; move the rest to extra, or to an entry of its own"
            yield Problem(card.text.place, "long-answer", f"an answer of {count} words", hint, severity)


LONG_ANSWER = Rule("long-answer", _check, "warning")
