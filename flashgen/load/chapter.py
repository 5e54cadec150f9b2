"""A chapter file: its head, its entries as written, and what its comments allow."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from flashgen.load.allow import allows
from flashgen.load.cited import named_source, pages
from flashgen.load.compose import compose
from flashgen.load.fields import Fields, fields
from flashgen.load.files import readable_text
from flashgen.load.key import Key, names
from flashgen.load.nodes import Node
from flashgen.load.shapes import LABELS, TEXT, WORD
from flashgen.model.allow import Allow
from flashgen.model.note import Chapter
from flashgen.model.problem import Problem
from flashgen.model.source import Source
from flashgen.model.text import Text

HEAD = (
    Key("chapter", "The section of the source that this file covers; without sections, any word or number.", WORD, "4"),
    Key("title", "The chapter's title, shown on every card.", TEXT, "Natural selection", needed=True),
    Key("source", "The source of its entries, if it is not the first one of the deck.", WORD, "darwin"),
    Key("pages", "The pages that its entries should cite, if they are not those of its section.", LABELS, "80-130"),
)
ENTRIES = "What to learn: one entry for each fact or pair of concepts."
_KEYS = (*names(HEAD), "entries")


@dataclass(frozen=True, slots=True)
class ChapterFile:
    """A chapter and its entries, which may cite any of the deck's sources; those of an `unread` one are not there."""

    chapter: Chapter
    entries: tuple[Node, ...]
    allows: tuple[Allow, ...]
    sources: tuple[Source, ...]
    unread: bool = False


def chapter_file(
    file: Path, root: Path, sources: Sequence[Source], number: int, problems: list[Problem]
) -> ChapterFile | None:
    """Return the content of a chapter file; None if it is not a mapping. UnreadableError if the disk fails.

    What the head lacks is reported and left blank, so that the entries are read all the same. `number` is the file's
    place in the deck, which numbers the chapters of a deck without sections.
    """
    path, text = file.relative_to(root).as_posix(), readable_text(file, root, problems)
    node = None if text is None else compose(text, path, problems)
    read = fields(node, _KEYS, problems) if node else None
    if text is None or read is None:
        return None
    read.missing("entries", "a list of entries")
    chapter = _chapter(read, sources, number, file.stem)
    entries = read.items("entries", empty=True)
    allowed = tuple(allows(text, path, [entry.place for entry in entries], problems))
    return ChapterFile(chapter, entries, allowed, tuple(sources))


def _chapter(read: Fields, sources: Sequence[Source], number: int, stem: str) -> Chapter:
    title, source = read.text("title", example="its title") or Text((), read.place), named_source(read, sources)
    if source.sections and not read.has("chapter"):
        numerals = [section.numeral for section in source.sections]
        read.missing("chapter", f"{' or '.join(numerals)}, or add a section to source/{source.id}.yaml")
    numeral, own = read.word("chapter"), pages(read, "pages", source)
    if not source.sections:
        return Chapter(numeral or str(number), title, number, stem, source, pages=own)
    place = _section(read, numeral, source) if numeral else None
    if place is None:
        return Chapter(numeral, title, 0, stem, source, pages=own)
    before = sum(len(one.sections) for one in sources[: sources.index(source)])
    return Chapter(numeral, title, before + place + 1, stem, source, True, own or source.sections[place].pages)


@lru_cache(maxsize=32)
def _numerals(source: Source) -> dict[str, int]:
    """Return the place of each section among a source's by its numeral."""
    places = reversed([*enumerate(source.sections)])
    return {section.numeral: place for place, section in places}


def _section(read: Fields, numeral: str, source: Source) -> int | None:
    """Return the place of the section that a chapter is about; None with a problem if there is no such section."""
    known = _numerals(source)
    if numeral not in known and "" not in known:
        hint = f"write one of {', '.join(reversed(known))}, or add this section to source/{source.id}.yaml"
        read.report(read.place_of("chapter"), "no-such-section", f"{source.label} has no section {numeral}", hint)
    return known.get(numeral)
