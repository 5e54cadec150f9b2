"""The last line of a back: what a note rests on, and the link to it.

The template writes it from the parts that most notes have. Any other note has its citation in a field of its own, and
its link in another. So no note changes whose parts do not.
"""

from collections.abc import Mapping

from flashgen.model.deck import Deck
from flashgen.model.locator import PAGE
from flashgen.model.note import Note
from flashgen.model.source import RANGE
from flashgen.render.address import address
from flashgen.render.cite import cite, html, tied
from flashgen.render.text import plain

ADDRESS, CITATION = "Spare 2", "Spare 3"
"""The fields for the link and the citation. Released note types have none of a better name."""

_FIELD_OF = {"page": "Page", "anchor": "Page", "pdf_page": "PDF page", "id": "Id"}


def parts(note: Note, deck: Deck) -> dict[str, str]:
    """Return the fields about what a note rests on."""
    source, first = note.cite.source, note.cite.first
    last = source.pages[note.cite.pages[-1].last] if first else None
    fields = {
        "Source": plain(source.label),
        "Page": plain(deck.anchor(source, first)) if first else "",
        "Last page": plain(last.label) if last and last is not first else "",
        "Footnote": plain(", ".join(note.cite.footnotes)),
        "PDF page": str(first.pdf_page or "") if first else "",
    }
    citation, target = cite(note.cite, deck.words), address(source.screen, note)
    written = html(citation, deck.words) == _written(fields, deck)
    if source.id == deck.source.id and written and target == _linked(fields, note):
        return fields
    return fields | {CITATION: html(tied(citation, deck.words), deck.words), ADDRESS: plain(target)}


def link(deck: Deck) -> str:
    """Return the link of the template, with Anki's fields in it; nothing if the deck's first source has none."""
    template = deck.source.screen
    return template.filled({name: f"{{{{{field}}}}}" for name, field in _FIELD_OF.items()}) if template else ""


def _written(parts: Mapping[str, str], deck: Deck) -> str:
    """Return the citation as the template writes it."""
    one, many = deck.words.locators[PAGE]
    pages = f"{many} {parts['Page']}{RANGE}{parts['Last page']}" if parts["Last page"] else f"{one} {parts['Page']}"
    note = f", {deck.words.locators['note'][0]} {parts['Footnote']}" if parts["Footnote"] else ""
    return f"{parts['Source']}, {pages}{note}"


def _linked(parts: Mapping[str, str], note: Note) -> str:
    """Return the link as the template writes it."""
    values, template = {"Id": note.id, **parts}, note.cite.source.screen
    return template.filled({name: values[field] for name, field in _FIELD_OF.items()}) if template else ""
