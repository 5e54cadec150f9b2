"""The parts of a citation as Markdown: titles, places of publication, numbers, archives, addresses."""

import re

from flashgen.model.citation import Citation
from flashgen.model.words import Words, phrased
from flashgen.render.citation.dates import YEAR, dated, ranged
from flashgen.render.citation.phrase import ordinal

_MARK = re.compile(r"([\\`*_\[\]<&])")
_ENDED = re.compile(r"[.?!…。؟]$")
_QUOTED = re.compile(r'"([^"]*)"')
_SINGLE = str.maketrans("“”", "‘’")
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)
_EDITION = re.compile(r"([0-9]+)(?:st|nd|rd|th|\.)?(?: ed\.?| edition)?")
_NAMED_EDITION = re.compile(r"\.|\bed\b|edition", re.IGNORECASE)


def literal(words: str) -> str:
    """Return plain words as Markdown."""
    return _MARK.sub(r"\\\1", words)


def italic(title: str) -> str:
    """Return the title of what stands on its own, such as a book or a journal."""
    return f"*{literal(title)}*" if title else ""


def quoted(title: str, words: Words) -> str:
    """Return the title of what is a part of something, with the stop that ends its sentence."""
    inner = _QUOTED.sub("‘\\1’", title).translate(_SINGLE) if words.open_quote == "“" else title
    ends = words.close_quote if _ENDED.search(title) else words.end_of_quote
    if inner.endswith("’") and ends.startswith("."):
        inner, ends = inner[:-1], f".’{ends[1:]}"
    return f"{words.open_quote}{literal(inner)}{ends}"


def edition(citation: Citation, words: Words) -> str:
    """Return a numbered edition as 2nd ed., one with a name as it is written."""
    written = literal(citation.edition)
    number = _EDITION.fullmatch(written)
    if not number and (not written or _NAMED_EDITION.search(written)):
        return written
    return phrased(words.edition, edition=ordinal(number[1], words) if number else written)


def volume(citation: Citation, words: Words) -> str:
    """Return the volume, with the title of the work in volumes that contains it."""
    number = f"{words.locators['volume'][0]} {literal(citation.volume)}" if citation.volume else ""
    if not number or not citation.container_title:
        return number or italic(citation.container_title)
    return phrased(words.volume_of, volume=number, title=italic(citation.container_title))


def volumes(citation: Citation, words: Words) -> str:
    """Return the number of volumes; nothing where one of them is cited."""
    many = "" if citation.volume else literal(citation.number_of_volumes)
    return phrased(words.volumes, number=many) if many else ""


def series(citation: Citation) -> str:
    """Return the series and the number in it."""
    number = citation.collection_number if citation.collection_title else ""
    return literal(f"{citation.collection_title} {number}".strip())


def publication(citation: Citation, words: Words) -> str:
    """Return place, publisher and year."""
    house = f"{words.colon} ".join(filter(None, (citation.publisher_place, citation.publisher)))
    return literal(", ".join(filter(None, (house, dated(citation.issued, words, YEAR)))))


def pages(citation: Citation) -> str:
    """Return the pages."""
    return literal(ranged(citation.page))


def numbered_pages(citation: Citation, words: Words) -> str:
    """Return the pages with their word: p. 7, pp. 77–108."""
    one, several = words.locators["page"]
    return f"{one if citation.page.isalnum() else several} {pages(citation)}" if citation.page else ""


def archive(citation: Citation) -> str:
    """Return where it is kept, from the shelf to the town."""
    kept = (citation.archive_location, citation.call_number, citation.archive_collection, citation.archive)
    return literal(", ".join(filter(None, (*kept, citation.archive_place)))) if citation.archive else ""


def address(citation: Citation) -> str:
    """Return the address on the web as a link; a DOI is one that does not change."""
    doi = _DOI.sub("", citation.doi)
    written = f"https://doi.org/{doi}" if doi else citation.url
    return f"<{written}>" if _ADDRESS.fullmatch(written) else literal(written)
