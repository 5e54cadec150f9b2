"""A kind of entry: its keys, its note type, and how an entry fills the fields."""

from collections.abc import Callable
from dataclasses import dataclass

from flashgen.load.fields import Fields
from flashgen.load.key import Key
from flashgen.model.note import NoteType
from flashgen.model.text import Text
from flashgen.model.words import Words

Values = tuple[Text | None, ...]
"""The fields of a note in the order of its note type. What an entry lacks is None, and makes no card."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What an entry is read with: the words of its questions, and the languages (BCP 47) of the deck and of its terms.

    `asking` is the language of the words where it is not the deck's.
    """

    words: Words
    language: str
    term_language: str
    asking: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry. Its first key names it; `values` reads an entry."""

    keys: tuple[Key, ...]
    type: NoteType
    values: Callable[[Fields, Setting], Values]

    @property
    def name(self) -> str:
        """The key that makes an entry one of this kind."""
        return self.keys[0].name
