"""The notes of a deck that a user chooses by chapter, tag and tier."""

from collections.abc import Sequence
from dataclasses import dataclass

from flashgen.errors import NoSuchChapterError, NoSuchTagError, NoSuchTierError
from flashgen.model.deck import Deck
from flashgen.model.note import Note


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a deck, in the names that a user typed; what was not is empty."""

    chapters: Sequence[str] = ()
    tag: str = ""
    tier: str = ""


ALL_OF_IT = Part()
"""The whole deck."""


def chosen(deck: Deck, part: Part) -> list[Note]:
    """Return the notes of the chosen chapters and tier that have the chosen tag, or one below it.

    NoSuchTierError or NoSuchTagError for none.
    """
    stems, tag, tier = deck.stems(part.chapters), part.tag, part.tier
    wanted = tag.removeprefix(f"{deck.tag}::")
    found = [note for note in deck.notes if not stems or note.chapter.stem in stems]
    found = [note for note in found if tier in ("", note.tier)]
    if tier and not found:
        raise NoSuchTierError(deck.name, tier)
    tagged = [note for note in found if not wanted or any(_below(one, wanted) for one in note.tags)]
    if wanted and not tagged:
        raise NoSuchTagError(tag, tuple(sorted({one for note in found for one in note.tags})))
    return tagged


def _below(tag: str, root: str) -> bool:
    return tag.lower() == root.lower() or tag.lower().startswith(f"{root.lower()}::")


def with_chapters(decks: Sequence[Deck], names: Sequence[str]) -> list[Deck]:
    """Return the decks that have one of the named chapters; all without a name. NoSuchChapterError for a wrong name."""
    known = [chapter for deck in decks for chapter in deck.chapters]
    for name in names:
        if not any(chapter.is_called(name) for chapter in known):
            raise NoSuchChapterError(name, tuple((chapter.numeral, chapter.stem) for chapter in known))
    return [deck for deck in decks if not names or deck.stems(names)]
