"""A source's citation, in the names of CSL-JSON."""

from flashgen.load.fields import Fields
from flashgen.load.key import Key, names
from flashgen.load.shapes import WORD, several
from flashgen.model.source import Citation

_PERSON = (
    Key("family", "The family name.", WORD, "Tucker"),
    Key("given", "The given name.", WORD, "Robert C."),
    Key("literal", "A name that is not divided, such as that of a society.", WORD, "Academy of Sciences"),
)
_PEOPLE = several(_PERSON, minProperties=1)
KEYS = (
    Key("type", "What the source is.", WORD, "chapter"),
    Key("title", "The title of the source itself.", WORD, "Stalinism as Revolution from Above", needed=True),
    Key("author", "Who wrote it.", _PEOPLE),
    Key("container-title", "The book or journal that it stands in.", WORD, "Stalinism"),
    Key("editor", "Who edited the book that it stands in.", _PEOPLE),
    Key("publisher", "Who published it.", WORD, "Transaction Publishers"),
    Key("publisher-place", "Where it was published.", WORD, "New Brunswick"),
    Key("issued", "When this printing was published.", WORD, "1999"),
    Key("original-date", "When it was first published.", WORD, "1977"),
    Key("page", "Its first and its last page.", WORD, "77-108"),
)


def citation(source: Fields) -> Citation:
    """Return the citation of a source file, blank where it says nothing; at least a title must be there."""
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
    """Return people as they are called, given name first."""
    people = []
    for person in read.each(key, names(_PERSON)):
        name = " ".join(filter(None, (person.word("given"), person.word("family"), person.word("literal"))))
        if not name:
            person.report(person.place, "blank", f'"{key}" names nobody', "write family: and given:, or literal:")
        people.append(name)
    return tuple(people)
