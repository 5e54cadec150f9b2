r"""A deletion inside another, which needs Anki 2.1.56 or newer.

Older versions of Anki show the inner answer on the card of the outer deletion, followed by braces (measured with 2.1.49
and 2.1.54). A deck without nested deletions works with 2.1.49.

Wrong:

    cloze: 'Hamlet is set in {{Elsinore {{in Denmark}}}}.'

Right:

    cloze: 'Hamlet is set in {{Elsinore}} {{in Denmark}}.'
"""

from collections.abc import Iterator

from flashgen.check.looking import by_note
from flashgen.check.rule import Rule
from flashgen.check.written import texts
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.text import deletions


def _judge(note: Note) -> Iterator[Problem]:
    for text in texts(note) if note.type.hiding else ():
        if any(deletions(outer.parts) for outer in text.deletions):
            message = "a deletion inside another: Anki before 2.1.56 shows its words and braces"
            hint = "write them side by side if learners may have an older version"
            yield Problem(text.place, "nested-deletion", message, hint, "note")


NESTED_DELETION = Rule("nested-deletion", by_note(_judge), severity="note")
