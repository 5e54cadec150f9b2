"""What a bibliography says of a source; names and meaning as in CSL-JSON 1.0.2."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts, or a `literal` one, such as that of an institution.

    A `dropping` particle leaves the family name in a list of names (Goethe, Johann Wolfgang von), another does not.
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    dropping: str = ""
    suffix: str = ""
    literal: str = ""

    def __str__(self) -> str:
        parts = (self.given, self.dropping, self.particle, self.family, self.suffix, self.literal)
        return " ".join(filter(None, parts))


OTHERS = Name(literal="et al.")
"""The end of a list of names that leaves some out."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The words of a citation, blank where its author says nothing.

    A date is a year, a month or a day as ISO 8601 writes it (`1999`, `1999-03`, `-0380`), two of them with a slash
    between, or any other words.
    """

    title: str
    type: str = ""
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    container_author: tuple[Name, ...] = ()
    container_title: str = ""
    collection_title: str = ""
    collection_number: str = ""
    publisher: str = ""
    publisher_place: str = ""
    issued: str = ""
    original_date: str = ""
    accessed: str = ""
    edition: str = ""
    volume: str = ""
    number_of_volumes: str = ""
    issue: str = ""
    number: str = ""
    page: str = ""
    section: str = ""
    authority: str = ""
    genre: str = ""
    medium: str = ""
    archive: str = ""
    archive_collection: str = ""
    archive_location: str = ""
    archive_place: str = ""
    call_number: str = ""
    doi: str = ""
    url: str = ""
