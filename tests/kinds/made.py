"""One entry into one note, and the note as words."""

from flashgen.model.note import Note
from tests.conftest import Project
from tests.load.shown import shown


def made(project: Project, entry: str) -> Note:
    """Return the note that an entry with an id and a page makes."""
    project.entries("  - id: x\n    page: 98\n" + "".join(f"    {line}\n" for line in entry.splitlines()))
    (note,) = project.deck().notes
    return note


def told(note: Note) -> dict[str, str]:
    """Return the fields of a note that are not empty, by their names."""
    return {name: shown(text.parts) for name, text in zip(note.type.fields, note.fields, strict=True) if text}
