"""A deck: what a folder of chapters says, ready to be compiled."""

from collections.abc import Mapping
from dataclasses import dataclass

from flashgen.model.lock import Lock
from flashgen.model.note import Chapter, Note
from flashgen.model.place import Place
from flashgen.model.source import Source


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck of notes about one source.

    `slug` is the folder's name; `uid` is minted once and is what all identities grow from; `term_language` is the
    language (BCP 47) of what is written in another script; `images` are the folder's, by file name; `lock` is what
    learners have already.
    """

    slug: str
    name: str
    name_place: Place
    uid: str
    uid_place: Place
    tag: str
    language: str
    term_language: str
    source: Source
    chapters: tuple[Chapter, ...]
    notes: tuple[Note, ...]
    images: Mapping[str, bytes]
    lock: Lock
