"""An entry that has changed since it was compared with the text of its source, or that never was.

`flashgen check --text PATH` compares the deck with your copy of the source, and writes a line in `deck.proof` for each
entry whose words stand on their pages. This rule finds the entries of such a deck whose line is missing or is about
other words or pages. `flashgen check --proved` makes it an error, for CI; it needs no copy of the source.

Wrong:

    # 06-chapter.yaml
    chapter: VI
    title: The older pattern
    entries:
      - id: formula-author
        ask: Who said that the state swelled up?
        answer: Kliuchevsky
        page: 98
    # deck.proof
    {"flashgen proof": 1, "salt": "6b1f0c52a7d94e3885f0b6c21d7e9a43"}

Right:

    # 06-chapter.yaml
    chapter: VI
    title: The older pattern
    entries:
      - id: formula-author
        ask: Who said that the state swelled up?
        answer: Kliuchevsky
        page: 98
    # deck.proof
    {"flashgen proof": 1, "salt": "6b1f0c52a7d94e3885f0b6c21d7e9a43"}
    {"id": "formula-author", "lookups": "52bc4082c53a9cfb", "copy": "b4ae", "hash": "2464aa359a8061cd"}
"""

from collections.abc import Iterator

from flashgen.check.lookups import lookups
from flashgen.check.rule import Rule
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem


def _check(deck: Deck) -> Iterator[Problem]:
    if not deck.proof:
        return
    for note, found in lookups(deck):
        # With a copy at hand, what was looked up is proved by this very run, or an error.
        if (deck.copy and not found.lacking(deck.copy)) or deck.proof.holds(note.id, found.hash(deck.proof.salt)):
            continue
        said = "changed since it was" if note.id in deck.proof.entries else "has not been"
        message = f'the entry "{note.id}" {said} compared with the text'
        yield Problem(note.place, "unproved", message, "run flashgen check --text PATH with your copy", "note")


UNPROVED = Rule("unproved", _check, severity="note")
