"""Two entries with one id: Anki would keep only one of them, with the history of both.

Instead of

    - id: formula
      …
    - id: formula
      …

give the newer entry an id of its own.
"""

from collections.abc import Iterator

from flashgen.check.rule import Rule
from flashgen.model.deck import Deck
from flashgen.model.place import Place
from flashgen.model.problem import Problem


def _check(deck: Deck) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for note in deck.notes:
        if note.id in first:
            said = f'the id "{note.id}" is taken: {first[note.id].path}:{first[note.id].line}'
            yield Problem(note.place, "same-id", said, "give the newer entry another id")
        first.setdefault(note.id, note.place)


SAME_ID = Rule("same-id", _check)
