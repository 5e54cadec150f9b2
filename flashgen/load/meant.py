"""The key that an author meant: one that was misspelt, or that has another name in other tools."""

from flashgen.errors import suggested

_ELSEWHERE = {
    "ask": ("question", "front", "q", "prompt"),
    "answer": ("back", "a", "ans", "reply", "solution"),
    "cloze": ("text", "sentence", "gap", "fill"),
    "term": ("word", "vocab", "vocabulary", "concept"),
    "means": ("meaning", "definition", "def", "translation", "back"),
    "list": ("enumeration", "steps"),
    "items": ("points", "entries", "list"),
    "ordered": ("order", "sorted", "numbered", "sequence"),
    "quote": ("quotation", "saying"),
    "by": ("speaker", "author", "who"),
    "of": ("about", "subject"),
    "pair": ("compare", "contrast", "sides"),
    "because": ("reason", "why"),
    "page": ("pages", "p", "pp", "pg", "source_page"),
    "note": ("footnote", "footnotes", "fn"),
    "tags": ("tag", "labels", "keywords", "topics"),
    "tier": ("level", "priority", "importance", "core"),
    "new_cards": ("order", "new_card_order", "core_first"),
    "extra": ("explanation", "notes", "comment", "remark", "details", "info", "image", "picture"),
    "hint": ("clue", "help"),
    "id": ("key", "uid", "guid", "identifier"),
    "withdrawn": ("deleted", "retired", "removed", "suspended"),
    "chapter": ("section", "number", "numeral"),
    "title": ("name", "heading"),
    "entries": ("cards", "notes", "items", "facts"),
    "name": ("title", "deck"),
    "language": ("lang",),
    "term_language": ("script_language", "language_of_terms"),
    "source": ("book", "sources"),
    "tag": ("tags",),
    "label": ("name", "short_title"),
    "gist": ("summary", "says"),
    "pdf_offset": ("offset",),
    "family": ("last", "lastname", "surname", "last_name"),
    "given": ("first", "firstname", "first_name"),
    "literal": ("name", "institution", "organization"),
    "issued": ("date", "year", "published"),
    "container-title": ("booktitle", "journal", "journaltitle", "newspaper", "magazine", "website"),
    "collection-title": ("series",),
    "publisher-place": ("place", "address", "location", "city"),
    "number-of-volumes": ("volumes",),
    "original-date": ("origdate", "original"),
    "accessed": ("urldate", "visited"),
    "URL": ("url", "link", "address"),
    "DOI": ("doi",),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
}
"""The keys of our files, and other names for the same."""


def meant(word: str, known: tuple[str, ...]) -> str:
    """Return a hint with the known key that was meant, or with all if none is similar."""
    same = next((key for key in known if word.lower() in _ELSEWHERE.get(key, ())), None)
    return f'did you mean "{same}"?' if same else suggested(word, known)
