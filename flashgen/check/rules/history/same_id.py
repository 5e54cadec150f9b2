"""Two entries with one id.

Anki would keep only one of two notes with the same id, with the reviews of both.

Wrong:

    - id: formula
      ask: Who said that the state swelled up?
      answer: Kliuchevsky
    - id: formula
      cloze: The state {{swelled up}}; the people {{grew lean}}.

Right:

    - id: formula-author
      ask: Who said that the state swelled up?
      answer: Kliuchevsky
    - id: formula
      cloze: The state {{swelled up}}; the people {{grew lean}}.
"""

from collections.abc import Iterator

from flashgen.check.rule import Rule
from flashgen.model.deck import Deck
from flashgen.model.place import Place
from flashgen.model.problem import Problem


def _check(deck: Deck) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for note in (note for note in deck.notes if note.id):
        if note.id in first:
            message = f'the id "{note.id}" is taken: {first[note.id].path}:{first[note.id].line}'
            yield Problem(note.place, "same-id", message, "give the newer entry another id")
        first.setdefault(note.id, note.place)


SAME_ID = Rule("same-id", _check, vital=True)
