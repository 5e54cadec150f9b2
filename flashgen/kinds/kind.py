"""What a kind of entry is: its keys, its note type, and the fields that an entry fills."""

from collections.abc import Callable
from dataclasses import dataclass

from flashgen.load.fields import Fields
from flashgen.load.key import Key
from flashgen.model.note import NoteType
from flashgen.model.text import Text

Values = tuple[Text | None, ...]
"""The fields of a note in its note type's order; what an entry lacks is None, and makes no card."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry. The first of its keys names it; `values` reads an entry, given the language of its terms."""

    keys: tuple[Key, ...]
    type: NoteType
    values: Callable[[Fields, str], Values]

    @property
    def name(self) -> str:
        """The key that makes an entry one of this kind."""
        return self.keys[0].name
