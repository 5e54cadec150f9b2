"""A file of BibTeX or BibLaTeX, as Zotero and Better BibTeX export it, with the names of CSL-JSON."""

import logging
import re
from collections.abc import Iterable, Mapping

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock

from flashgen.load.exported import Item
from flashgen.load.latex import people, verbatim, words
from flashgen.model.place import Place
from flashgen.model.problem import Problem

logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # it would print what is reported here

_REPEATS = (DuplicateBlockKeyBlock, DuplicateFieldKeyBlock)
"""Entries that can be read, although a key or a field is there twice."""

_TYPES = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "booklet": "pamphlet",
    "bookinbook": "chapter",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legislation": "legislation",
    "letter": "personal_communication",
    "mastersthesis": "thesis",
    "misc": "document",
    "movie": "motion_picture",
    "online": "webpage",
    "patent": "patent",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "report": "report",
    "review": "review",
    "software": "software",
    "standard": "standard",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "www": "webpage",
}
"""The types of CSL; a type that is not here is a book."""

_FIELDS = {
    "publisher": ("publisher", "school", "institution", "organization"),
    "publisher-place": ("location", "address"),
    "issued": ("date",),
    "original-date": ("origdate",),
    "accessed": ("urldate",),
    "edition": ("edition",),
    "volume": ("volume",),
    "number-of-volumes": ("volumes",),
    "collection-title": ("series",),
    "page": ("pages",),
    "medium": ("howpublished",),
    "call-number": ("library",),
}
"""The fields that mean the same as a name of CSL-JSON, the first that is there before the others."""

_PEOPLE = {"author": "author", "editor": "editor", "translator": "translator", "container-author": "bookauthor"}
_GENRES = {
    "phdthesis": "PhD diss.",
    "mastersthesis": "master’s thesis",
    "mathesis": "master’s thesis",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ADDRESS = re.compile(r"\s*(?:\\url\{)?(https?://[^\s{}]+)\}?\s*")
_BOOKS = ("book", "chapter", "paper-conference", "entry-encyclopedia")


def items(text: str, path: str, problems: list[Problem]) -> list[Item]:
    """Return the entries of a file that can be read; the others join the problems."""
    entries: list[Entry] = []
    for block in parse_string(text).blocks:
        entry = block.ignore_error_block if isinstance(block, _REPEATS) else block
        if isinstance(entry, Entry):
            entries.append(entry)
        elif isinstance(block, ParsingFailedBlock):
            place = Place(path, (block.start_line or 0) + 1, 1)
            hint = "give each of its { and quotes its partner, or export the file again"
            problems.append(Problem(place, "bad-citation", "this entry of BibTeX is broken", hint))
    return [Item((entry.key,), Place(path, (entry.start_line or 0) + 1, 1), _values(entry)) for entry in entries]


def _values(entry: Entry) -> dict[str, object]:
    """Return an entry with the names of CSL-JSON."""
    read = {field.key.lower(): str(field.value) for field in reversed(entry.fields)}  # of two, the first counts
    kind = _kind(entry.entry_type.lower(), read)
    kept = "useprefix=true" in read.get("options", "").replace(" ", "")
    values: dict[str, object] = {key: words(_first(read, fields)) for key, fields in _FIELDS.items()}
    values |= {key: people(read[field], kept) for key, field in _PEOPLE.items() if field in read}
    values |= {"type": kind, "title": _titled(read, "title", "subtitle"), "container-title": _container(read, kind)}
    values |= _numbers(words(read.get("number", "")), words(read.get("issue", "")), kind, values)
    values |= {"genre": _genre(entry.entry_type.lower(), read), "DOI": verbatim(read.get("doi", ""))}
    address = _ADDRESS.fullmatch(read.get("howpublished", ""))
    values |= {"URL": verbatim(read.get("url") or (address[1] if address else ""))}
    values |= {"medium": ""} if address or values["medium"] == values["genre"] else {}
    return values | ({} if values["issued"] else {"issued": _year(read)})


def _kind(name: str, read: Mapping[str, str]) -> str:
    if name == "misc" and ("url" in read or _ADDRESS.fullmatch(read.get("howpublished", ""))):
        return "webpage"
    if name == "article" and read.get("entrysubtype") in ("magazine", "newspaper"):
        return f"article-{read['entrysubtype']}"
    return _TYPES.get(name, "book")


def _first(read: Mapping[str, str], fields: Iterable[str]) -> str:
    return next((read[field] for field in fields if read.get(field)), "")


def _titled(read: Mapping[str, str], title: str, subtitle: str) -> str:
    return ": ".join(words(read[field]) for field in (title, subtitle) if read.get(field))


def _container(read: Mapping[str, str], kind: str) -> str:
    """Return the title of what contains the item: a book, a journal, all volumes, or a site."""
    book = _titled(read, "booktitle", "booksubtitle") or _titled(read, "journaltitle", "journalsubtitle")
    return book or words(_first(read, ("journal", "maintitle", *(("titleaddon",) if kind == "webpage" else ()))))


def _numbers(number: str, issue: str, kind: str, values: Mapping[str, object]) -> dict[str, str]:
    """Return what a number is of: an issue, a place in a series, or the item itself."""
    if kind.startswith("article"):
        return {"issue": number or issue}
    return {"collection-number" if values["collection-title"] and kind in _BOOKS else "number": number}


def _genre(name: str, read: Mapping[str, str]) -> str:
    written = words(read.get("type", ""))
    return _GENRES.get(written or name, written)


def _year(read: Mapping[str, str]) -> str:
    """Return the year of BibTeX, with its month."""
    year, month = words(read.get("year", "")), words(read.get("month", "")).lower()
    number = next((place for place, name in enumerate(_MONTHS, 1) if month[:3] == name or month == str(place)), 0)
    return f"{year}-{number:02}" if number and year.isdigit() else year
