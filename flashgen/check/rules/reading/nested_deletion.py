r"""A deletion inside another, which Anki can show since its version 2.1.56.

Older ones show the inner answer on the card of the outer deletion, and braces behind it (measured with 2.1.49 and
2.1.54). A deck without such deletions can be learned with 2.1.49.

Wrong:

    cloze: 'Hamlet is set in {{Elsinore {{in Denmark}}}}.'

Right:

    cloze: 'Hamlet is set in {{Elsinore}} {{in Denmark}}.'
"""

from collections.abc import Iterator

from flashgen.check.rule import Rule
from flashgen.check.written import texts
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem
from flashgen.model.text import deletions


def _check(deck: Deck) -> Iterator[Problem]:
    for note in deck.notes:
        for text in texts(note):
            if any(deletions(outer.parts) for outer in text.deletions):
                said = "a deletion inside another: Anki older than 2.1.56 shows its words and braces"
                hint = "write them side by side, if learners may have an older one"
                yield Problem(text.place, "nested-deletion", said, hint, "note")


NESTED_DELETION = Rule("nested-deletion", _check, severity="note")
