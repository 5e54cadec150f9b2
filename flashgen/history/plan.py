"""Compare two locks: what the next release changes for learners."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flashgen.history.facts import replaced
from flashgen.history.hidden import own_item, stream
from flashgen.history.matching import aligned, certain
from flashgen.history.newpage import NewPage, is_of_page, new_page
from flashgen.model.lock import Lock, ReleasedNote, ReleasedType
from flashgen.model.note import SPARES

_SHARED = ("Chapter", "Source", "PDF page", "Gist", "tags")
_AROUND = (*_SHARED, "Id", "Withdrawn", "Page", "Last page", "Footnote")
_TURNING = ("Withdrawn", "tags")
"""Fields that change in every note that is withdrawn or returns."""

_ALIKE = 0.5
"""Least share of common words for a new note to be a missing one under another id."""

_COMMON = 20
"""A word in more new notes than this does not identify any of them."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A field before and after, as HTML; for tags, only those removed and those added."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to a released note, as it will be. `added` and `lost` are numbers of cards; `was` is its former id.

    `renumbered` are the old and new numbers of deletions whose number changed. `replaced` are the numbers of cards that
    ask for another fact than before. `moved` is the title of the chapter that it moved to.
    """

    note: ReleasedNote
    was: str
    edits: tuple[Edit, ...]
    added: tuple[int, ...]
    lost: tuple[int, ...]
    moved: str
    renumbered: tuple[tuple[int, int], ...] = ()
    replaced: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        """The note's id."""
        return self.note.id

    @property
    def cards_at_risk(self) -> int:
        """How many cards have reviews of a removed deletion, which Anki offers to delete, or of another fact."""
        other = {*self.replaced, *[new for _, new in self.renumbered]}
        return len(self.lost) + len(other)

    @property
    def is_seen(self) -> bool:
        """Whether learners see any of it."""
        return bool(self.was or self.edits or self.added or self.cards_at_risk or self.moved)


@dataclass(frozen=True, slots=True)
class Plan:
    """A release as learners see it. `shared` are edits that several notes have in common, with the notes' ids."""

    first: bool
    new: tuple[ReleasedNote, ...]
    changed: tuple[Change, ...]
    shared: tuple[tuple[Edit, tuple[str, ...]], ...]
    withdrawn: tuple[ReleasedNote, ...]
    returned: tuple[ReleasedNote, ...]
    looks: tuple[str, ...]
    page: NewPage | None = None

    @property
    def at_risk(self) -> tuple[Change, ...]:
        """The notes with cards whose reviews are at risk."""
        return tuple(change for change in self.changed if change.cards_at_risk)

    @property
    def cards_at_risk(self) -> int:
        """How many cards those are."""
        return sum(change.cards_at_risk for change in self.at_risk)


def plan(old: Lock, new: Lock) -> Plan:
    """Return what changes from one lock to another for learners who have the old release."""
    before = {note.guid: note for note in old.notes.values()}
    both = [(before[note.guid], note) for note in new.notes.values() if note.guid in before]
    moved = [(was, note) for was, note in both if was is not note]
    groups = _groups(moved)
    shared = {edit: ids for edit, ids in groups.items() if len(ids) > 1}
    titles = {note.fields.get("Chapter", "") for note in old.notes.values()}
    changes = [_change(was, note, shared, titles) for was, note in moved]
    return Plan(
        first=not old.notes,
        new=tuple(note for note in new.notes.values() if note.guid not in before),
        changed=tuple(change for change in changes if change.is_seen),
        shared=tuple((edit, tuple(ids)) for edit, ids in shared.items() if edit.new not in titles),
        withdrawn=tuple(note for was, note in moved if note.withdrawn and not was.withdrawn),
        returned=tuple(note for was, note in moved if was.withdrawn and not note.withdrawn),
        looks=tuple(
            kind for kind, type in new.types.items() if kind in old.types and _looks_new(old.types[kind], type)
        ),
        page=new_page(old, new, both),
    )


def _looks_new(was: ReleasedType, type: ReleasedType) -> bool:
    """Tell whether the looks of cards change in more than the link to a new page of the source."""
    return was.looks != type.looks and not is_of_page(was.looks, type.looks)


def _turned(was: ReleasedNote, note: ReleasedNote) -> bool:
    """Tell whether this release withdraws or returns a note."""
    return was.withdrawn != note.withdrawn


def _groups(both: list[tuple[ReleasedNote, ReleasedNote]]) -> dict[Edit, list[str]]:
    """Return the edits from outside a note's own entry, each with the ids of the notes that have it."""
    groups: dict[Edit, list[str]] = {}
    for was, note in both:
        for edit in _edits(was, note):
            if edit.field in _SHARED and not _turned(was, note):
                groups.setdefault(edit, []).append(note.id)
    return groups


def _change(was: ReleasedNote, note: ReleasedNote, shared: Mapping[Edit, list[str]], titles: set[str]) -> Change:
    edits = tuple(edit for edit in _edits(was, note) if not (_turned(was, note) and edit.field in _TURNING))
    title = next((edit.new for edit in edits if edit.field == "Chapter"), "")
    return Change(
        note=note,
        was=was.id if was.id != note.id else "",
        edits=tuple(edit for edit in edits if edit not in shared and not _is_told(edit)),
        added=tuple(sorted({*note.cards} - {*was.cards})),
        lost=tuple(sorted({*was.cards} - {*note.cards})),
        moved=title if title in titles else "",
        renumbered=tuple(_renumbered(was, note)),
        replaced=tuple(replaced(was, note)),
    )


def _is_told(edit: Edit) -> bool:
    """Tell whether a change tells an edit otherwise: another id, or a question that comes or goes with its card."""
    return edit.field == "Id" or (edit.field == SPARES[0] and not (edit.old and edit.new))


def _renumbered(was: ReleasedNote, note: ReleasedNote) -> Iterator[tuple[int, int]]:
    """Yield the old and new number of each deletion that is certainly the same but has another number."""
    if was.hidden != note.hidden:
        for new, old in certain(aligned(stream(was.hidden), stream(note.hidden))).items():
            if old.number != new.number:
                yield old.number, new.number


def _edits(was: ReleasedNote, note: ReleasedNote) -> Iterator[Edit]:
    for field in dict.fromkeys((*was.fields, *note.fields)):
        old, new = was.fields.get(field, ""), note.fields.get(field, "")
        if own_item(old) != own_item(new):  # the other items of a list have a field each
            yield Edit(field, old, new)
    if was.tags != note.tags:
        removed, added = sorted({*was.tags} - {*note.tags}), sorted({*note.tags} - {*was.tags})
        yield Edit("tags", " ".join(removed), " ".join(added))


def likely_renames(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield the id of each note that disappears with the id of the most similar new note of its kind."""
    new = {note.id: _words(note) for note in plan.new}
    notes_with: dict[tuple[str, str], list[str]] = {}
    for note in plan.new:
        for word in new[note.id]:
            notes_with.setdefault((note.kind, word), []).append(note.id)
    for note in plan.withdrawn:
        words = _words(note)
        matches = (notes_with.get((note.kind, word), ()) for word in words)
        # Skip common words: they tell little, and would make this as slow as comparing every pair.
        rivals = {id for ids in matches if len(ids) <= _COMMON for id in ids}
        share, id = max([(_alike(words, new[id]), id) for id in rivals], default=(0.0, ""))
        if share >= _ALIKE:
            yield note.id, id


def _words(note: ReleasedNote) -> frozenset[str]:
    """Return the words of a note's own entry."""
    own = [value for name, value in note.fields.items() if name not in _AROUND]
    return frozenset(re.findall(r"\w+", re.sub("<[^>]*>", " ", " ".join(own))))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))
