"""A chapter file: its head, its entries as written, and what its comments allow."""

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
    Key("chapter", "The numeral of the section of the source that this file covers.", WORD, "VI", needed=True),
    Key("title", "The chapter's title, shown on every card.", TEXT, "The second factor", needed=True),
)
ENTRIES = "What to learn: one entry for each fact or pair of concepts."
_KEYS = (*names(HEAD), "entries")


@dataclass(frozen=True, slots=True)
class ChapterFile:
    """A chapter and its entries."""

    chapter: Chapter
    entries: tuple[Node, ...]
    allows: tuple[Allow, ...]


def chapter_file(file: Path, root: Path, source: Source | None, problems: list[Problem]) -> ChapterFile | None:
    """Return the content of a chapter file; None if it is not a mapping. UnreadableError if the disk fails.

    What the head lacks is reported and left blank, so that the entries are read all the same. Without a source, any
    section is accepted.
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
    """Return the position in the source of a chapter's section, counted from 1; 0 if the source has no such section."""
    numerals = tuple(section.numeral for section in source.sections)
    if numeral not in numerals and "" in numerals:
        return 0
    if numeral not in numerals:
        hint = f"write one of {', '.join(numerals)}" if numerals else "add sections: to the source file"
        read.report(read.place_of("chapter"), "no-such-section", f"{source.label} has no section {numeral}", hint)
        return 0
    return numerals.index(numeral) + 1
