"""What a deck has released: every note and note type as last released."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flashgen.model.place import Place

LATEST = 1 << 36
"""Times in seconds are below this; a larger value is in milliseconds by mistake."""


@dataclass(frozen=True, slots=True)
class ReleasedType:
    """A note type in Anki's terms; `time` is when its looks last changed, in seconds since 1970.

    `fields` and `templates` are the schema, which is frozen; `looks` is the hash of its templates and styles, and
    a second one without the page of the source where its cards link to that.
    """

    kind: str
    name: str
    fields: tuple[str, ...]
    templates: tuple[str, ...]
    looks: str
    time: int


@dataclass(frozen=True, slots=True)
class ReleasedNote:
    """A note in Anki's terms; `time` is when its content last changed, in seconds since 1970.

    `fields` are HTML by name, the empty ones left out. `cards` are its cards' numbers, counted from 1. `hidden` is the
    text of a cloze as it was released, with the number of each deletion; `buried` is the same text at the time when a
    number was last used, by number; one without a text is never used again. `given` is when each number that it ever
    had was first released. `deck` and `due` are where a new learner finds it.
    """

    id: str
    guid: str
    kind: str
    deck: str
    due: int
    time: int
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    cards: tuple[int, ...]
    hidden: str = ""
    buried: Mapping[int, str] = field(default_factory=dict)
    withdrawn: bool = False
    given: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lock:
    """All that a deck has released; `name` is that of its deck in Anki. An empty one has released nothing.

    `releases` are the releases that it knows of, each by a hash of all that it said, with the time of its last change.
    `lines` are notes with how they stand in its file, by id, where that is known.
    """

    place: Place
    uid: str = ""
    name: str = ""
    types: Mapping[str, ReleasedType] = field(default_factory=dict)
    notes: Mapping[str, ReleasedNote] = field(default_factory=dict)
    releases: Mapping[str, int] = field(default_factory=dict)
    lines: Mapping[str, tuple[ReleasedNote, bytes]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def number(self) -> int:
        """How many releases the lock records."""
        return len(self.releases)

    @property
    def newest(self) -> int:
        """The time of the last change in it; 0 for none."""
        return max((0, *[type.time for type in self.types.values()], *[note.time for note in self.notes.values()]))
