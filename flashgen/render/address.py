"""The address of the page that a note cites, from a link template of its source."""

from urllib.parse import quote

from flashgen.model.note import Note
from flashgen.model.source import LinkTemplate


def address(template: LinkTemplate | None, note: Note) -> str:
    """Return the address; nothing without a template, or where it asks for what the page does not have."""
    page = note.cite.first
    values = {"id": note.id, "page": page.label if page else "", "pdf_page": str(page.pdf_page or "") if page else ""}
    pieces = template.pieces if template else ()
    if not all(values[name] for name in pieces[1::2]):
        return ""
    return "".join(quote(values[piece], safe="") if place % 2 else piece for place, piece in enumerate(pieces))
