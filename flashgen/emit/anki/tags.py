"""Tags of chapters and pages, in an order that Anki keeps although it sorts them as text."""

import re
from collections.abc import Iterator

from flashgen.model.deck import Deck
from flashgen.model.locator import CHAPTER, PAGE
from flashgen.model.note import Chapter
from flashgen.model.source import Source

WITHDRAWN = "withdrawn"
"""The tag, below the deck's, of notes that are no longer taught."""

_DIGITS = re.compile("([0-9]+)")


def tag_name(words: str) -> str:
    """Return words as one component of a tag or a file name."""
    return re.sub("[^A-Za-z0-9_.-]+", "-", words)


def chapter_tag(chapter: Chapter, deck: Deck) -> str:
    """Return a chapter's tag component: its numeral, or its position if that is not ASCII.

    A section of a source after the first has the source before it.
    """
    name = tag_name(chapter.numeral) if chapter.numeral.isascii() else str(chapter.position)
    return f"{_of(chapter.source, deck) if chapter.section else ''}{name}"


def page_tags(source: Source, deck: Deck) -> Iterator[str]:
    """Yield the tag of each page of a source below the deck's: its locator, and its label padded by zeros.

    No two are the same to Anki, which ignores case.
    """
    # `chapter` is the branch of the deck's own chapters.
    branch = f"{PAGE if source.locator == CHAPTER else source.locator}::{_of(source, deck)}"
    split = [_DIGITS.split(page.anchor) for page in source.pages]
    widths: dict[int, int] = {}
    for pieces in split:
        for place in range(1, len(pieces), 2):
            widths[place] = max(len(pieces[place]), widths.get(place, 0))
    taken: set[str] = set()
    for pieces in split:
        name = "".join(piece.zfill(widths[place]) if place % 2 else piece for place, piece in enumerate(pieces))
        while name.casefold() in taken:
            name += "_"
        taken.add(name.casefold())
        yield branch + name


def _of(source: Source, deck: Deck) -> str:
    """Return the branch of a source after the first; the tags of the first stay when another is added."""
    return f"{source.branch}::" if source.id != deck.source.id else ""
