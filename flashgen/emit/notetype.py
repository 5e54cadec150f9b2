"""Note types for Anki: fields, templates and looks, every one with an id, so that renames keep working."""

from genanki import Model

from flashgen.emit.fields import field_names
from flashgen.history.identity import number
from flashgen.model.deck import Deck
from flashgen.model.note import CardType, NoteType
from flashgen.model.source import LinkTemplate
from flashgen.render.templates import card_template, style

_FIELD_OF = {"page": "Page", "pdf_page": "PDF page", "id": "Id"}


def model(deck: Deck, type: NoteType, companion: str) -> Model:
    """Return a kind's note type; `companion` is the name of the page that is linked where no link is configured."""
    names = [(card.name, _templates(deck, type, card, companion)) for card in type.cards]
    if not type.hiding:
        # Anki gives a cloze note type one template only; a further card there is a further number.
        names.append(("Spare", (card_template("spare.html"), "{{FrontSide}}")))
    return Model(
        number(deck.uid, "note type", type.name),
        f"{deck.name} – {type.name}",
        fields=[{"name": name, "id": number(deck.uid, "field", type.name, name)} for name in field_names(type)],
        templates=[
            {"name": name, "qfmt": front, "afmt": back, "id": number(deck.uid, "template", type.name, name)}
            for name, (front, back) in names
        ],
        css=style(),
        model_type=Model.CLOZE if type.hiding else Model.FRONT_BACK,
        sort_field_index=1,
    )


def _templates(deck: Deck, type: NoteType, card: CardType, companion: str) -> tuple[str, str]:
    values = {
        "language": deck.language,
        "card": card,
        "hiding": type.hiding,
        "screen": bool(deck.source.screen),
        "link": anki_link(deck.source.screen) if deck.source.screen else f"{companion}#p{{{{Page}}}}",
    }
    return card_template("front.html", **values), card_template("back.html", **values)


def anki_link(template: LinkTemplate) -> str:
    """Return a link whose fields Anki fills in; those hold digits and ids, which need no encoding."""
    pieces = list(template.pieces)
    pieces[1::2] = [f"{{{{{_FIELD_OF[name]}}}}}" for name in pieces[1::2]]
    return "".join(pieces)
