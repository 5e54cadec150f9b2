"""A prompt too long to read at every review.

You see a prompt dozens of times, and soon recognize the card by its first words instead of reading the question
(Wozniak, rule 12: optimize wording). Keep only what is needed to answer, and move the rest to `extra`.

Wrong:

    ask: >-
      In the years that followed the grain crisis of 1927-28, when the regime had gone back to requisitioning in the
      villages and the Right was losing one position after another in the party, what did Stalin, who until then had
      passed for a man of the middle, begin to call for?
    answer: mass collectivization

Right:

    ask: What did Stalin begin to call for after the grain crisis of 1927-28?
    answer: mass collectivization
"""

from collections.abc import Iterator

from flashgen.check import limits
from flashgen.check.card import cards
from flashgen.check.looking import by_note
from flashgen.check.rule import Rule
from flashgen.check.tokens import without_formulas
from flashgen.kinds.list import LIST
from flashgen.model.note import Note
from flashgen.model.place import Place
from flashgen.model.problem import Problem


def _judge(note: Note) -> Iterator[Problem]:
    long = [(prompt, place) for prompt, place in _prompts(note) if len(prompt) > 2 * limits.LONG_PROMPT]
    lengths = [(len(without_formulas(prompt, "x").split()), place) for prompt, place in long]
    count, place = max(lengths, default=(0, note.place))
    if count > limits.LONG_PROMPT:
        hint = "keep only what is needed to answer, and move the rest to `extra`"
        yield Problem(place, "long-prompt", f"a prompt of {count} words", hint, "warning")


def _prompts(note: Note) -> Iterator[tuple[str, Place]]:
    """Yield what a learner reads before answering, and where it stands; of a list not the items that are shown."""
    if note.type is LIST.type and (heading := note.fields[0]):
        yield heading.words, heading.place
    else:
        yield from ((card.prompt, card.asked.place) for card in cards(note))


LONG_PROMPT = Rule("long-prompt", by_note(_judge), "warning")
