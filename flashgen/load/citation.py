"""A source's citation, in the names of CSL-JSON."""

from flashgen.load.fields import Fields
from flashgen.model.source import Citation

_KEYS = (
    "type",
    "title",
    "author",
    "container-title",
    "editor",
    "publisher",
    "publisher-place",
    "issued",
    "original-date",
    "page",
)


def citation(source: Fields) -> Citation | None:
    """Return the citation of a source file; at least a title."""
    if source.missing("citation", "with keys such as title and author"):
        return None
    read = source.inner("citation", _KEYS)
    if read is None or read.missing("title", "the title of the source"):
        return None
    return Citation(
        title=read.word("title"),
        authors=_names(read, "author"),
        container=read.word("container-title"),
        editors=_names(read, "editor"),
        publisher=read.word("publisher"),
        place=read.word("publisher-place"),
        issued=read.word("issued"),
        original=read.word("original-date"),
        pages=read.word("page"),
    )


def _names(read: Fields, key: str) -> tuple[str, ...]:
    """Return people as they are called, given name first."""
    names = []
    for person in read.each(key, ("family", "given", "literal")):
        name = " ".join(filter(None, (person.word("given"), person.word("family"), person.word("literal"))))
        if not name:
            person.report(person.place, "blank", f'"{key}" names nobody', "write family: and given:, or literal:")
        names.append(name)
    return tuple(names)
