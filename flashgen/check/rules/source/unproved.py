"""An entry that was never compared with the text of its source, or has changed since.

Nobody has compared the entry with the text as it stands now, so a slip in it would go unseen. `flashgen check --text
PATH` compares the deck with your copy of the source, and writes a line to `deck.proof` for each entry whose words are
on their pages. Once a deck has a proof, this rule reports entries without a line, or with a line for other words or
pages. In CI, `flashgen check --proved` makes it an error; it needs no copy of the source.

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
    for note, words in lookups(deck):
        # With a copy, this run itself proves the words, or reports them as errors.
        copy = deck.copies.get(words.source)
        if (copy and not words.lacking(copy)) or deck.proof.holds(note.id, words.hash(deck.proof.salt)):
            continue
        state = "changed since it was" if note.id in deck.proof.entries else "has not been"
        message = f'the entry "{note.id}" {state} compared with the text'
        path = f"{words.source}=PATH" if len(deck.sources) > 1 else "PATH"
        yield Problem(note.place, "unproved", message, f"run flashgen check --text {path} with your copy", "note")


UNPROVED = Rule("unproved", _check, severity="note")
