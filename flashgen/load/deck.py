"""A deck's own file, `deck.yaml`, and the head of each chapter file."""

from dataclasses import dataclass

from flashgen.load.fields import Fields, fields
from flashgen.load.nodes import Node
from flashgen.load.tag import is_tag
from flashgen.model.note import Chapter
from flashgen.model.place import Place
from flashgen.model.problem import Problem
from flashgen.model.source import Source
from flashgen.model.text import Text

_KEYS = ("name", "uid", "source", "language", "term_language", "tag")
_EXAMPLES = {
    "name": "the deck's name in Anki",
    "uid": "a random word that never changes",
    "source": "tucker-1999",
    "language": "en",
    "tag": "tucker",
}


@dataclass(frozen=True, slots=True)
class DeckFile:
    """What `deck.yaml` says; `source` is the name of a file in source/."""

    name: str
    name_place: Place
    uid: str
    uid_place: Place
    source: str
    source_place: Place
    language: str
    term_language: str
    tag: str


@dataclass(frozen=True, slots=True)
class ChapterFile:
    """A chapter file: its head, and its entries as they were written."""

    chapter: Chapter
    entries: tuple[Node, ...]


def deck_file(node: Node, problems: list[Problem]) -> DeckFile | None:
    """Return what a deck.yaml says; None where a key that it needs is missing."""
    read = fields(node, _KEYS, problems)
    if read is None:
        return None
    lacking = [read.missing(key, example) for key, example in _EXAMPLES.items()]
    if any(lacking):
        return None
    tag = read.word("tag")
    if tag:
        is_tag(read, tag, read.place_of("tag"))
    return DeckFile(
        name=_name(read),
        name_place=read.place_of("name"),
        uid=read.word("uid"),
        uid_place=read.place_of("uid"),
        source=_source(read),
        source_place=read.place_of("source"),
        language=read.language("language"),
        term_language=read.language("term_language"),
        tag=tag,
    )


def _name(read: Fields) -> str:
    name = read.word("name")
    if name and not all(part.strip() for part in name.split("::")):
        hint = "write a name on each side of ::, or a single name"
        read.report(read.place_of("name"), "bad-deck-name", f'the deck name "{name}" has an empty part', hint)
    return "::".join(part.strip() for part in name.split("::"))


def _source(read: Fields) -> str:
    written = read.word("source")
    if "/" in written or "\\" in written:
        hint = "write the name of a file in source/, without its ending"
        read.report(read.place_of("source"), "bad-source", f'"{written}" is not a file name', hint)
        return ""
    return written


def chapter_file(node: Node, stem: str, source: Source | None, problems: list[Problem]) -> ChapterFile | None:
    """Return a chapter file's head and its entries; None where it is no mapping.

    What its head lacks is reported, and left empty, so that the entries are read all the same. Without a source, any
    section will do.
    """
    read = fields(node, ("chapter", "title", "entries"), problems)
    if read is None:
        return None
    read.missing("entries", "a list of entries")
    numeral, title = read.word("chapter", example="VI"), read.text("title", example="its title")
    position = _position(read, numeral, source) if numeral and source else 0
    chapter = Chapter(numeral, title or Text((), read.place), position, stem)
    return ChapterFile(chapter, read.items("entries", empty=True))


def _position(read: Fields, numeral: str, source: Source) -> int:
    """Return which section of the source a chapter is about, counted from 1."""
    numerals = tuple(section.numeral for section in source.sections)
    if numeral not in numerals:
        hint = f"it has {', '.join(numerals) or 'no sections'}"
        read.report(read.place_of("chapter"), "no-such-section", f"{source.label} has no section {numeral}", hint)
        return 0
    return numerals.index(numeral) + 1
