"""The citation of a source, with the names that CSL-JSON uses."""

from flashgen.load.fields import Fields
from flashgen.load.key import Key, names
from flashgen.load.shapes import WORD, several
from flashgen.model.source import Citation

_PERSON = (
    Key("family", "The family name.", WORD, "Tucker"),
    Key("given", "The given name.", WORD, "Robert C."),
    Key("literal", "A name without parts, such as that of an institution.", WORD, "Academy of Sciences"),
)
_PEOPLE = several(_PERSON, minProperties=1)
KEYS = (
    Key("type", "What the source is.", WORD, "chapter"),
    Key("title", "The title of the source itself.", WORD, "Stalinism as Revolution from Above", needed=True),
    Key("author", "Who wrote it.", _PEOPLE),
    Key("container-title", "The book or journal that contains it.", WORD, "Stalinism"),
    Key("editor", "Who edited the book that contains it.", _PEOPLE),
    Key("publisher", "Who published it.", WORD, "Transaction Publishers"),
    Key("publisher-place", "Where it was published.", WORD, "New Brunswick"),
    Key("issued", "When this printing was published.", WORD, "1999"),
    Key("original-date", "When it was first published.", WORD, "1977"),
    Key("page", "Its first and last page.", WORD, "77-108"),
)


def citation(source: Fields) -> Citation:
    """Return the citation of a source file, blank where it says nothing. It must have a title."""
    source.missing("citation", "with keys such as title and author")
    inner = source.inner("citation", names(KEYS))
    if inner:
        inner.missing("title", "the title of the source")
    read = inner or Fields({}, source.place, [])
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
    """Return people's names, given name first."""
    people = []
    for person in read.each(key, names(_PERSON)):
        name = " ".join(filter(None, (person.word("given"), person.word("family"), person.word("literal"))))
        if not name:
            person.report(
                person.place, "blank", f'this item of "{key}" has no name', "write family: and given:, or literal:"
            )
        people.append(name)
    return tuple(people)
