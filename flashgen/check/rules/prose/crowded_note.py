"""Too many deletions on one note.

With many deletions in one sentence, you answer from its look, not from memory (Wozniak, rules 4 and 5: minimum
information, cloze deletion). Each deletion makes a card, and all of them show that sentence. To ask for several items,
use a `list`.

Wrong:

    cloze: "{{Peter}} built a {{war}} industry in the {{Urals}} with the labour of {{serfs}} whom he ascribed to mills."

Right:

    cloze: Peter built a war industry in the {{Urals}} with the labour of {{serfs}} whom he ascribed to mills.
"""

from collections.abc import Iterator

from flashgen.check import limits
from flashgen.check.looking import by_note
from flashgen.check.rule import Rule
from flashgen.check.tokens import count, count_signs
from flashgen.kinds.list import LIST
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.text import Deletion, Math, Parts, Text, words

_SPLIT = "write several entries, or a list; hide only what is worth recalling"


def _judge(note: Note) -> Iterator[Problem]:
    for text in note.own_texts if note.type is not LIST.type else ():
        yield from _problems(text)


def _problems(text: Text) -> Iterator[Problem]:
    gaps = len({deletion.number for deletion in text.deletions})
    measured = count_signs if any(deletion.is_in_formula for deletion in text.deletions) else count
    hidden, total = measured(_hidden(text.parts)), measured(text.words)
    if gaps > limits.MOST_DELETIONS:
        yield Problem(text.place, "crowded-note", f"{gaps} deletions on one note", _SPLIT, "warning")
    elif gaps > 1 and hidden > total * limits.MOST_HIDDEN:
        share = f"{hidden} of {total} words are hidden"
        yield Problem(text.place, "crowded-note", share, _SPLIT, "warning")


def _hidden(parts: Parts) -> str:
    """Return the words of all deletions."""
    found = [
        words((part,)) if isinstance(part, Deletion) else _hidden(part.parts)
        for part in parts
        if isinstance(part, Deletion | Text | Math)
    ]
    return " ".join(found)


CROWDED_NOTE = Rule("crowded-note", by_note(_judge), "warning")
