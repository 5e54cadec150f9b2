"""A note's line in the file `deck.lock`: all that is its own. What many notes share stands in lines of texts.

What can be told from the rest is left out: the guid of a note that kept its id, the times of numbers that came with it,
what a cloze hides if its fields show it. Fields are in the order of the note type's line.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from flashgen.history.hidden import told_by
from flashgen.history.identity import guid
from flashgen.model.lock import LATEST, ReleasedNote

Share = Callable[[str], str]
"""Returns the name of a text, and sees to its line."""

VALUES = ("id", "type", "time", "deck", "due", "cards", "tags", "fields")
"""The values that each line has; an object with others may follow, and the hash is the last."""

_SHARED = frozenset(("Chapter", "Source", "Gist"))
_PIECES = re.compile(r"(?<=</p>)(?=<p>)")


def line_of(note: ReleasedNote, names: Sequence[str], uid: str, share: Share) -> list[object]:
    """Return the values of a note's line; `names` are the fields of its type."""
    fields = [_written(name, note, share) for name in names]
    while not fields[-1]:
        fields.pop()
    values = [note.id, note.kind, note.time, share(note.deck), note.due, note.cards, _joined(note.tags), fields]
    more = _more(note, uid)
    return [*values, more] if more else values


def _more(note: ReleasedNote, uid: str) -> dict[str, object]:
    """Return the values of a note that the others do not tell."""
    more: dict[str, object] = {}
    if note.guid != guid(uid, note.id):
        more["guid"] = note.guid
    if note.withdrawn:
        more["withdrawn"] = True
    if note.hidden != told_by(note.kind, note.fields):
        more["hidden"] = note.hidden
    if note.buried:
        more["buried"] = {str(number): text for number, text in note.buried.items()}
    if note.given != dict.fromkeys(note.cards, note.time):
        more["given"] = {str(number): time for number, time in note.given.items()}
    return more


def _written(name: str, note: ReleasedNote, share: Share) -> str | list[str]:
    """Return a field as its line has it: shared texts by their names."""
    text = note.fields.get(name, "")
    if name in _SHARED and text:
        return [share(piece) for piece in _PIECES.split(text)]
    return "" if name == "Id" and text == note.id else text


def _joined(tags: Sequence[str]) -> str:
    """Return tags as words, behind the root that all of them have, or none."""
    root, mark, _ = (tags or ("",))[0].partition("::")
    root = root + mark if all(tag.startswith(root + mark) for tag in tags) else ""
    return " ".join((root, *[tag.removeprefix(root) for tag in tags]))


def shared(note: ReleasedNote) -> Iterator[str]:
    """Yield the texts of a note that stand in lines of their own."""
    yield note.deck
    for name in _SHARED:
        if text := note.fields.get(name):
            yield from _PIECES.split(text)


def note_of(line: Sequence[Any], names: Sequence[str], uid: str, texts: Mapping[str, str]) -> ReleasedNote:
    """Return the note of a line; ValueError, TypeError, LookupError or AttributeError if its values are odd."""
    id, kind, time, deck, due, cards, joined, written, *more, _ = line
    fields = {"Id": id} | {name: value for name, value in zip(names, written, strict=False) if value}
    for name in _SHARED & fields.keys():
        fields[name] = "".join([texts[piece] for piece in fields[name]])
    own: Mapping[str, Any] = more[0] if more else {}
    root, *tags = joined.split(" ")
    return ReleasedNote(
        id=id,
        guid=own["guid"] if "guid" in own else guid(uid, id),
        kind=kind,
        deck=texts[deck],
        due=due,
        time=time,
        fields=fields,
        tags=tuple([root + tag for tag in tags]),
        cards=tuple(cards),
        hidden=own["hidden"] if "hidden" in own else told_by(kind, fields),
        buried=_by_number(own["buried"]) if "buried" in own else {},
        withdrawn="withdrawn" in own,
        given=_by_number(own["given"]) if "given" in own else dict.fromkeys(cards, time),
    )


def is_odd(note: ReleasedNote) -> bool:
    """Tell whether a value of a note is of the wrong type, or a number out of range."""
    texts = {*map(type, (note.id, note.guid, note.kind, note.deck, note.hidden, *note.tags))}
    texts |= {*map(type, note.fields.values()), *map(type, note.buried.values())}
    numbers = (note.time, note.due, *note.cards, *note.given.values())
    whole = {*map(type, numbers)} == {int} and min(numbers) > 0 and max(numbers) < LATEST
    return texts != {str} or not whole


def _by_number(values: Mapping[str, Any]) -> dict[int, Any]:
    return {int(number): value for number, value in values.items()}
