"""Write update texts: they change our fields of a note and keep the learner's edits to other fields and tags.

Anki matches notes by GUID, whatever the learner changed.
"""

import csv
from collections.abc import Iterable
from io import StringIO

from flashgen.emit.anki.fields import LEARNERS
from flashgen.history.identity import number
from flashgen.model.deck import Deck
from flashgen.model.lock import ReleasedNote, ReleasedType


def update(deck: Deck, type: ReleasedType, notes: Iterable[ReleasedNote], name: str) -> bytes:
    """Return the update text of one note type; notes that the learner lacks go into the deck `name`."""
    columns = [field for field in type.fields if field not in LEARNERS]
    text = StringIO()
    head = {
        "flashgen": "import the deck's package with Update notes: Never, then this text, the newest only",
        "separator": "tab",
        "html": "true",
        "if matches": "update current",
        "notetype": number(deck.uid, "note type", type.kind),
        "deck": name,
        "guid column": 1,
        # Past the last column: otherwise Anki reads the column of a renamed field as tags.
        "tags column": 99,
        "columns": "\t".join(("GUID", *columns)),
    }
    text.writelines(f"#{key}:{value}\n" for key, value in head.items())
    rows = csv.writer(text, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_ALL)
    for note in sorted(notes, key=lambda note: note.due):
        rows.writerow([note.guid, *[note.fields.get(column, "") for column in columns]])
    return text.getvalue().encode("utf-8")
