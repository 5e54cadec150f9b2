"""The citation of a source, with the names that CSL-JSON uses."""

from collections.abc import Iterator
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from pathlib import Path
from typing import Any

from flashgen.errors import suggested
from flashgen.load.bibliography import FILE, item_named
from flashgen.load.date import DATE, date
from flashgen.load.date import KEYS as DATES
from flashgen.load.exported import Item, node
from flashgen.load.fields import Fields
from flashgen.load.key import Key, Shape, mapping, names
from flashgen.load.nodes import Scalar
from flashgen.load.shapes import TEXT, WORD, several, word
from flashgen.model.citation import Citation, Name
from flashgen.model.problem import Problem

TYPES = (
    *("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter"),
    *("classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event"),
    *("figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture"),
    *("musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical"),
    *("personal_communication", "post", "post-weblog", "regulation", "report", "review", "review-book", "software"),
    *("song", "speech", "standard", "thesis", "treaty", "webpage"),
)
"""The types of CSL 1.0.2."""

_PERSON = (
    Key("family", "The family name.", WORD, "Darwin"),
    Key("given", "The given name.", WORD, "Charles"),
    Key("literal", "A name without parts, such as that of an institution.", WORD, "Academy of Sciences"),
    Key("non-dropping-particle", "A particle that stays before the family name.", WORD, "de"),
    Key("dropping-particle", "A particle that follows the given name where the family name comes first.", WORD, "von"),
    Key("suffix", "What follows the name.", WORD, "Jr."),
)
_PARTS = ("family", "given", "non-dropping-particle", "dropping-particle", "suffix", "literal")
_PEOPLE = several(_PERSON, minProperties=1)
_MANY = ("author", "editor", "translator", "container-author")
_DATES = ("issued", "original-date", "accessed")
KEYS = (
    Key("type", "What the source is.", {"enum": TYPES}, "chapter"),
    Key("title", "The title of the source itself.", WORD, "On the Origin of Species", needed=True),
    Key("title-short", "A short title. It is not printed.", WORD, "Origin of Species"),
    Key("author", "Who wrote it.", _PEOPLE),
    Key("container-author", "Who wrote the book that contains it.", _PEOPLE),
    Key("editor", "Who edited it, or the book that contains it.", _PEOPLE),
    Key("translator", "Who translated it.", _PEOPLE),
    Key(
        "container-title",
        "The book, journal, site or work in volumes that contains it.",
        WORD,
        "Journal of the Linnean Society",
    ),
    Key("collection-title", "The series.", WORD, "Cambridge Library Collection"),
    Key("collection-number", "The number in the series.", WORD, "6"),
    Key("publisher", "Who published it; the university of a thesis.", WORD, "John Murray"),
    Key("publisher-place", "Where it was published.", WORD, "London"),
    Key("issued", "When this edition or printing was published.", DATE, "1872"),
    Key("original-date", "When it was first published.", DATE, "1859"),
    Key("accessed", "When you read it on the web.", DATE, "2026-10-01"),
    Key("edition", "The number or the name of the edition.", WORD, "2"),
    Key("volume", "The volume.", WORD, "5"),
    Key("number-of-volumes", "How many volumes the work has.", WORD, "3"),
    Key("issue", "The issue of a journal.", WORD, "2"),
    Key("number", "The number of a report, a patent or a law.", WORD, "107-296"),
    Key("page", "Its first and last page.", WORD, "45-62"),
    Key("number-of-pages", "How many pages it has. It is not printed.", WORD, "310"),
    Key("chapter-number", "The number of the chapter. It is not printed.", WORD, "4"),
    Key("section", "The section of a law, or the part of a newspaper.", WORD, "12"),
    Key("authority", "The court or the authority.", WORD, "Supreme Court"),
    Key("genre", "The kind of a thesis, report or manuscript.", WORD, "PhD diss."),
    Key("medium", "The medium, if it is not print.", WORD, "Kindle"),
    Key("archive", "The archive or library that keeps it.", WORD, "Newberry Library"),
    Key("archive_collection", "The collection in the archive.", WORD, "Ayer Collection"),
    Key("archive_location", "Its place in the archive: box, folder, file.", WORD, "box 17, folder 3"),
    Key("archive-place", "Where the archive is.", WORD, "Chicago"),
    Key("call-number", "Its call number in the library.", WORD, "MS 228"),
    Key("DOI", "Its DOI.", WORD, "10.1086/690235"),
    Key("URL", "Its address on the web.", WORD, "https://example.org/darwin"),
    Key("ISBN", "Its ISBN. It is not printed.", WORD, "978-0-7658-0483-5"),
    Key("ISSN", "The ISSN of its journal. It is not printed.", WORD, "1234-5678"),
    Key("language", "Its language. It is not printed.", WORD, "en"),
    Key("note", "A note of your own. It is not printed.", TEXT, "The scan lacks page 12"),
)
SHAPE: Shape = {"anyOf": [word(FILE, "write the name of a .json or .bib file in source/"), mapping(KEYS)]}
"""A citation: its keys, or the name of a file with it."""

_WORDS = tuple(name for name in names(KEYS) if name not in (*_MANY, *_DATES, "note"))
_PRINTED = frozenset(field.name for field in dataclass_fields(Citation))


def citation(source: Fields, root: Path) -> Citation:
    """Return the citation of a source file, blank where it says nothing. It must have a title."""
    source.missing("citation", "with keys such as title and author")
    value = source.values["citation"][1] if "citation" in source.values else None
    if isinstance(value, Scalar) and value.value.strip():
        written = source.scalar("citation")
        item = item_named(written, root, source.problems) if written and not written.cut else None
        return _exported(item, source.problems) if item else Citation("")
    inner = source.inner("citation", names(KEYS))
    if inner is None:
        return Citation("")
    inner.missing("title", "the title of the source")
    read = _citation(inner)
    if read.type and read.type not in TYPES:
        message = f'"{read.type}" is not a type of CSL'
        inner.report(inner.place_of("type"), "bad-citation", message, suggested(read.type, TYPES))
    return read


def _exported(item: Item, problems: list[Problem]) -> Citation:
    """Return the citation of an item of a file, of which only the keys that are known matter."""
    mapping = node(item, names(KEYS), (*names(_PERSON), *names(DATES)))
    if "title" not in mapping.pairs:
        named = f'the item "{item.names[0]}"' if item.names else "this item"
        problems.append(Problem(item.place, "bad-citation", f"{named} has no title", "add one, and export it again"))
    read = _citation(Fields(mapping.pairs, item.place, problems))
    return read if read.type in TYPES else replace(read, type="")


def _citation(read: Fields) -> Citation:
    values: dict[str, Any] = {name: read.word(name) for name in _WORDS}
    values |= {name: tuple(_names(read, name)) for name in _MANY} | {name: date(read, name) for name in _DATES}
    read.scalar("note")
    named = {key.replace("-", "_").lower(): value for key, value in values.items()}
    return Citation(**{name: value for name, value in named.items() if name in _PRINTED})


def _names(read: Fields, key: str) -> Iterator[Name]:
    for person in read.each(key, names(_PERSON)):
        name = Name(*(person.word(part) for part in _PARTS))
        if not str(name):
            hint = "write family: and given:, or literal:"
            person.report(person.place, "blank", f'this item of "{key}" has no name', hint)
        yield name
