"""Join the locks of branches that both released: keep each note's last release, and never one number for two facts.

If both branches gave the same number to different words since they parted, the number is spoilt: learners of one branch
would get the other fact under their review history. It is buried without a text and never used again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from flashgen.history.hidden import hidden_by, numbers, without
from flashgen.history.identity import guid
from flashgen.kinds import KINDS
from flashgen.model.lock import Lock, ReleasedNote, ReleasedType

_OWN = {kind.type.name: kind.type.fields for kind in KINDS}


def joined(sides: Sequence[Lock]) -> Lock:
    """Return one lock from several of a deck, or parts of them; the first complete one names the deck."""
    heads = [side for side in sides if side.releases] or sides[:1]
    common = set.intersection(*[{*head.releases} for head in heads]) if len(heads) > 1 else set()
    parted = max([heads[0].releases[name] for name in common], default=0)
    types: dict[str, ReleasedType] = {}
    notes: dict[str, ReleasedNote] = {}
    for side in sides:
        for kind, type in side.types.items():
            types[kind] = _type(types[kind], type) if kind in types else type
        for note in side.notes.values():
            notes[note.guid] = _note(notes[note.guid], note, parted, heads[0].uid) if note.guid in notes else note
    releases = {name: time for head in heads for name, time in head.releases.items()}
    return replace(heads[0], types=types, notes=_named(notes, heads[0].uid), releases=releases)


def _type(one: ReleasedType, other: ReleasedType) -> ReleasedType:
    """Return the later of two note types; if both have one time and differ, drop the looks: learners have either."""
    first, last = sorted((one, other), key=lambda released: released.time)
    return replace(last, looks="") if first.time == last.time and first.looks != last.looks else last


def _note(one: ReleasedNote, other: ReleasedNote, parted: int, uid: str) -> ReleasedNote:
    """Return the last release of a note, with all numbers that either branch gave."""
    first, last = sorted((one, other), key=lambda note: (note.time, str(note)))
    both = first.given.keys() & last.given.keys()
    new = {number for number in both if min(first.given[number], last.given[number]) > parted}
    spoilt = {number for number in new if _fact(first, number) != _fact(last, number)}
    spoilt |= {number for note in (first, last) for number, text in note.buried.items() if not text}
    spoilt |= {*first.given, *last.given} if first.kind != last.kind else set()
    hidden = without(last.hidden, spoilt)
    texts = {**_texts(first), **_texts(last), **dict.fromkeys(spoilt, "")}
    given = {**first.given, **last.given}
    renamed = guid(uid, last.id) == last.guid != guid(uid, first.id)
    return replace(
        last,
        id=first.id if renamed else last.id,
        # Released twice at one time: learners of neither got the other. Without tags, the next release is a change.
        tags=() if first.time == last.time and _seen(first) != _seen(last) else last.tags,
        hidden=hidden,
        buried={number: texts[number] for number in sorted({*texts} - {*numbers(hidden)})},
        given={number: given[number] for number in sorted(given)},
    )


def _fact(note: ReleasedNote, number: int) -> object:
    """Return what a card asks for: the words of its deletion or, without one, the fields of the entry."""
    text = _texts(note).get(number)
    return hidden_by(text, number) if text else (note.kind, [note.fields.get(name) for name in _OWN[note.kind]])


def _texts(note: ReleasedNote) -> Mapping[int, str]:
    """Return for each number of a note the text that contains it, or contained it last."""
    return {**note.buried, **dict.fromkeys(numbers(note.hidden), note.hidden)}


def _seen(note: ReleasedNote) -> tuple[object, ...]:
    return note.fields, note.tags, note.cards


def _named(notes: Mapping[str, ReleasedNote], uid: str) -> dict[str, ReleasedNote]:
    """Return notes by id. If two have the same id, the one renamed to it keeps it; the other gets a suffix."""
    named: dict[str, ReleasedNote] = {}
    for note in sorted(notes.values(), key=lambda note: (guid(uid, note.id) == note.guid, note.guid)):
        id = note.id
        while id in named:
            id += "-2"
        named[id] = replace(note, id=id)
    return named
