"""A chapter file: its head, its entries as they were written, and what its comments allow."""

from dataclasses import dataclass
from pathlib import Path

from flashgen.load.allow import allows
from flashgen.load.compose import compose
from flashgen.load.fields import Fields, fields
from flashgen.load.files import readable_text
from flashgen.load.key import Key, names
from flashgen.load.nodes import Node
from flashgen.load.shapes import TEXT, WORD
from flashgen.model.allow import Allow
from flashgen.model.note import Chapter
from flashgen.model.problem import Problem
from flashgen.model.source import Source
from flashgen.model.text import Text

HEAD = (
    Key("chapter", "The section of the source that this file is about, by its numeral.", WORD, "VI", needed=True),
    Key("title", "The chapter's title, shown on every card.", TEXT, "The second factor", needed=True),
)
ENTRIES = "What is to be learned, one entry for each fact or pair of concepts."
_KEYS = (*names(HEAD), "entries")


@dataclass(frozen=True, slots=True)
class ChapterFile:
    """A chapter and its entries."""

    chapter: Chapter
    entries: tuple[Node, ...]
    allows: tuple[Allow, ...]


def chapter_file(file: Path, root: Path, source: Source | None, problems: list[Problem]) -> ChapterFile | None:
    """Return what a chapter file holds; None where it is no mapping. UnreadableError where the disk fails.

    What its head lacks is reported, and left empty, so that the entries are read all the same. Without a source, any
    section will do.
    """
    path, text = file.relative_to(root).as_posix(), readable_text(file, root, problems)
    node = None if text is None else compose(text, path, problems)
    read = fields(node, _KEYS, problems) if node else None
    if text is None or read is None:
        return None
    read.missing("entries", "a list of entries")
    numeral, title = read.word("chapter", example="VI"), read.text("title", example="its title")
    position = _position(read, numeral, source) if numeral and source else 0
    chapter = Chapter(numeral, title or Text((), read.place), position, file.stem)
    entries = read.items("entries", empty=True)
    return ChapterFile(chapter, entries, tuple(allows(text, path, [entry.place for entry in entries], problems)))


def _position(read: Fields, numeral: str, source: Source) -> int:
    """Return which section of the source a chapter is about, counted from 1."""
    numerals = tuple(section.numeral for section in source.sections)
    if numeral not in numerals and "" in numerals:
        return 0
    if numeral not in numerals:
        hint = f"it has {', '.join(numerals) or 'no sections'}"
        read.report(read.place_of("chapter"), "no-such-section", f"{source.label} has no section {numeral}", hint)
        return 0
    return numerals.index(numeral) + 1
