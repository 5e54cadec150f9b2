"""A hint that says the answer.

If a hint contains the answer, or offers it among others, you answer by reading and recall nothing (Matuschak: a prompt
should be effortful). A hint may narrow down the question.

Wrong:

    cloze: In 1929 the party began the drive for {{collectivization::collective farms}}.

Right:

    cloze: In 1929 the party began the drive for {{collectivization::what?}}.
"""

from collections.abc import Iterator

from flashgen.check.card import cards
from flashgen.check.rule import Rule
from flashgen.check.telling import telling
from flashgen.check.tokens import folded
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem


def _check(deck: Deck) -> Iterator[Problem]:
    for card in (card for note in deck.notes for card in cards(note)):
        common = card.note.hint
        for answer, hint in [(answer, hint) for answer in card.answers for hint in card.hints]:
            if folded(answer) == folded(hint) or telling(answer, hint):
                place = common.place if common and common.words == hint else card.text.place
                message = f'the hint "{hint}" says the answer "{answer}"'
                yield Problem(
                    place, "hint-tells", message, "write what kind of answer is expected", "warning", words=hint
                )


HINT_TELLS = Rule("hint-tells", _check, "warning")
