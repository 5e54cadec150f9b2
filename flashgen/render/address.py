"""The address of the page that a note cites, from a link template of its source."""

from urllib.parse import quote

from flashgen.model.note import Note
from flashgen.model.source import LinkTemplate


def address(template: LinkTemplate | None, note: Note) -> str:
    """Return the address; nothing without a template, or where it asks for what the page does not have."""
    page = note.cite.first
    values = {"id": note.id, "page": "", "pdf_page": "", "anchor": ""}
    if page:
        values |= {"page": page.label, "pdf_page": str(page.pdf_page or ""), "anchor": page.anchor}
    if not template or not all(values[name] for name in template.fields):
        return ""
    return template.filled({name: quote(value, safe="") for name, value in values.items()})
