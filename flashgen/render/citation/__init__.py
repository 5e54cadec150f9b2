"""A citation as an entry of a bibliography, in the style of the Chicago Manual of Style: notes and bibliography."""

import re
from collections.abc import Iterable, Sequence

from flashgen.model.citation import Citation, Name
from flashgen.model.place import Place
from flashgen.model.source import Source
from flashgen.model.text import Text
from flashgen.model.words import Words, phrased
from flashgen.render.citation.dates import DAY, MONTH, YEAR, dated
from flashgen.render.citation.names import heading, names
from flashgen.render.citation.phrase import capital
from flashgen.render.citation.titles import (
    address,
    archive,
    edition,
    italic,
    literal,
    numbered_pages,
    pages,
    publication,
    quoted,
    series,
    volume,
    volumes,
)
from flashgen.render.typography import Compositor

_PARTS = ("chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia")
_ARTICLES = (
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "review",
    "review-book",
    "broadcast",
)
_ONLINE = ("webpage", "post", "post-weblog", "broadcast")
_LAWS = ("bill", "hearing", "legal_case", "legislation", "regulation", "treaty")
_PAPERS = ("thesis", "manuscript", "speech", "interview", "personal_communication", "event", "document", "map")
_STOP = re.compile(r"[.?!…。؟][*”’»“\"')>]*$")


def cited(citation: Citation, words: Words) -> Text:
    """Return a citation as one paragraph of Markdown, with titles in italics or in quotation marks."""
    kind = _kind(citation)
    sentences = (*_sentences(citation, words, kind), *_last(citation, words, kind))
    whole = " ".join([one if _STOP.search(one) else f"{one}." for one in sentences if one])
    return Compositor(words).text(Text((whole,), Place("", 1, 1)))


def cited_sources(sources: Iterable[Source], words: Words) -> Text:
    """Return the citations of sources in one line, parted by dots."""
    return Text((" · ".join(cited(source.citation, words).words for source in sources),), Place("", 1, 1))


def _kind(it: Citation) -> str:
    """Return the type, or what it is most likely where none is written."""
    if it.type or it.volume or not it.container_title:
        return it.type or "book"
    return "article-journal" if it.issue else "chapter"


def _sentences(it: Citation, words: Words, kind: str) -> tuple[str, ...]:
    if kind in _LAWS:
        return (_law(it, words, kind),)
    if kind in _PARTS:
        return (_head(it, words, own=False), quoted(it.title, words), _inside(it, words), *_printed(it, words))
    head = _head(it, words)
    if kind in (*_ARTICLES, *_ONLINE):
        return head, quoted(it.title, words), *_by(it, words), _article(it, words, kind)
    if kind in _PAPERS:
        return head, quoted(it.title, words), *_by(it, words), _paper(it, words)
    named = literal(" ".join(filter(None, (it.genre, it.number))))
    shown = capital(numbered_pages(it, words))
    return head, italic(it.title), capital(volume(it, words)), *_by(it, words), named, *_printed(it, words), shown


def _head(it: Citation, words: Words, own: bool = True) -> str:
    """Return whom an entry begins with: authors, or else who edited or translated it, if it is their `own`."""
    if it.author or not own:
        return literal(heading(it.author, words))
    if it.editor:
        return f"{literal(heading(it.editor, words))}, {words.editors if it.editor[1:] else words.editor}"
    return f"{literal(heading(it.translator, words))}, {words.translators}" if it.translator else ""


def _by(it: Citation, words: Words) -> list[str]:
    """Return who edited and who translated it, without those that the entry begins with."""
    editors = it.editor if it.author else ()
    translators = it.translator if it.author or it.editor else ()
    return [capital(phrase) for phrase in _made(words, editors, translators)]


def _made(words: Words, editors: Sequence[Name], translators: Sequence[Name]) -> list[str]:
    edited = phrased(words.edited_by, names=literal(names(editors, words))) if editors else ""
    return [edited, phrased(words.translated_by, names=literal(names(translators, words))) if translators else ""]


def _inside(it: Citation, words: Words) -> str:
    """Return the book that contains it, and where in the book it is."""
    book = phrased(words.in_book, title=italic(it.container_title)) if it.container_title else ""
    by = phrased(words.by_names, names=literal(names(it.container_author, words))) if it.container_author else ""
    number = f"{words.locators['volume'][0]} {literal(it.volume)}" if it.volume else ""
    page = pages(it) if book else numbered_pages(it, words)
    return capital(", ".join(filter(None, (book, by, number, *_made(words, it.editor, it.translator), page))))


def _printed(it: Citation, words: Words) -> tuple[str, ...]:
    """Return edition, volumes, series, and where and when it was published, first and now."""
    now, first = publication(it, words), literal(dated(it.original_date, words, YEAR))
    many = (capital(edition(it, words)), volumes(it, words), series(it))
    if first and (it.translator or not now):
        return *many, now, capital(phrased(words.first_published, date=first))
    return *many, first, f"{capital(words.reprint)}, {now}" if first else now


def _article(it: Citation, words: Words, kind: str) -> str:
    """Return the journal, newspaper or site, and where in it it is."""
    title = literal(it.container_title) if kind in _ONLINE else italic(it.container_title)
    issue = f"{words.locators['issue'][0]} {literal(it.issue)}" if it.issue else ""
    number = ", ".join(filter(None, (f"{title} {literal(it.volume)}".strip(), issue)))
    if it.volume or it.issue:
        date = literal(dated(it.issued, words, MONTH))
        return f"{number}{f' ({date})' if date else ''}{f'{words.colon} {pages(it)}' if it.page else ''}"
    house = it.publisher if it.publisher != it.container_title else ""
    return ", ".join(filter(None, (number, literal(house), literal(dated(it.issued, words, DAY)), pages(it))))


def _paper(it: Citation, words: Words) -> str:
    """Return what kind of paper it is, where it was written and when."""
    date = dated(it.issued, words, YEAR if it.type == "thesis" else DAY)
    kept = [literal(word) for word in (it.genre, it.number, it.publisher, it.publisher_place, date) if word]
    return capital(", ".join(filter(None, (italic(it.container_title), *kept, pages(it)))))


def _law(it: Citation, words: Words, kind: str) -> str:
    """Return a law or a case, which has no author: its title, its number, and where it is printed."""
    title = italic(it.title) if kind == "legal_case" else literal(it.title)
    code = literal(it.container_title)
    if it.volume or not code:
        code = " ".join(filter(None, (literal(it.volume), code, pages(it))))
    elif it.page:
        code = f"{code}, {numbered_pages(it, words)}"
    section = f"{words.locators['section'][0]} {literal(it.section)}" if it.section else ""
    when = literal(" ".join(filter(None, (it.authority, dated(it.issued, words, YEAR)))))
    return ", ".join(filter(None, (title, literal(it.number), code, section))) + (f" ({when})" if when else "")


def _last(it: Citation, words: Words, kind: str) -> tuple[str, ...]:
    """Return where it is kept and where it can be read. When it was read matters only if it may have changed."""
    seen = it.accessed if it.url and not it.doi and (kind in _ONLINE or not it.issued) else ""
    accessed = capital(phrased(words.accessed, date=literal(dated(seen, words)))) if seen else ""
    return archive(it), literal(it.medium), accessed, address(it)
