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
from flashgen.check.looking import by_note
from flashgen.check.rule import Rule
from flashgen.check.telling import telling
from flashgen.check.tokens import folded
from flashgen.model.note import Note
from flashgen.model.problem import Problem


def _judge(note: Note) -> Iterator[Problem]:
    common = note.hint
    for card in cards(note):
        for answer, hint in [(answer, hint) for answer in card.answers for hint in card.hints]:
            if folded(answer) == folded(hint) or telling(answer, hint):
                place = common.place if common and common.words == hint else card.text.place
                message = f'the hint "{hint}" says the answer "{answer}"'
                yield Problem(
                    place, "hint-tells", message, "write what kind of answer is expected", "warning", words=hint
                )


HINT_TELLS = Rule("hint-tells", by_note(_judge), "warning")
