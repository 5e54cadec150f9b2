"""Lines of `deck.lock` in format 2, which is read and never written: each note has all that it shares with others."""

from collections.abc import Mapping
from typing import Any

from flashgen.model.lock import ReleasedNote

NOTE = {
    "id": str,
    "guid": str,
    "type": str,
    "hash": str,
    "time": int,
    "deck": str,
    "due": int,
    "cards": list,
    "withdrawn": bool,
    "hidden": str,
    "buried": dict,
    "given": dict,
    "tags": list,
    "fields": dict,
}


def old_note(line: Mapping[str, Any]) -> ReleasedNote:
    """Return the note of a line; TypeError or AttributeError if its values are odd."""
    return ReleasedNote(
        id=line["id"],
        guid=line["guid"],
        kind=line["type"],
        deck=line["deck"],
        due=line["due"],
        time=line["time"],
        fields=line["fields"],
        tags=tuple(line["tags"]),
        cards=tuple(line["cards"]),
        hidden=line["hidden"],
        buried={int(number): text for number, text in line["buried"].items()},
        withdrawn=line["withdrawn"],
        given={int(number): time for number, time in line["given"].items()},
    )
