"""Anki's note types. Every field and template has an id, so that renaming keeps working."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from genanki import Model

from flashgen.emit.anki.companion import companion
from flashgen.emit.anki.fields import field_names
from flashgen.emit.anki.footer import ADDRESS, CITATION, link
from flashgen.history.identity import number
from flashgen.history.lockfile import TEMPLATE, looks
from flashgen.kinds import KINDS
from flashgen.model.deck import Deck
from flashgen.model.locator import PAGE
from flashgen.model.lock import ReleasedType
from flashgen.model.note import SPARE, SPARES, CardType, NoteType
from flashgen.model.words import spaced
from flashgen.render.address import address
from flashgen.render.direction import language_attributes
from flashgen.render.templates import card_template, style
from flashgen.render.text import plain

_TYPES = {kind.type.name: kind.type for kind in KINDS}


class _Model(Model):  # type: ignore[misc]  # genanki has no types
    """A note type with the time of its last change."""

    time: int

    @property
    def _req(self) -> Any:
        """Return which fields a card needs, found once for the templates that all decks share."""
        return _needed(tuple([field["name"] for field in self.fields]), tuple([one["qfmt"] for one in self.templates]))

    def to_json(self, _: float, deck_id: int) -> Any:
        return super().to_json(self.time, deck_id)


@cache
def _needed(fields: tuple[str, ...], fronts: tuple[str, ...]) -> Any:
    templates = [{"name": "", "qfmt": front, "afmt": ""} for front in fronts]
    return Model(0, "", [{"name": name} for name in fields], templates)._req


def drafted(deck: Deck, kinds: Iterable[str]) -> list[ReleasedType]:
    """Return the note types of kinds for release, with time 0."""
    page, _ = companion(deck)
    return [_drafted(deck, _TYPES[kind], page) for kind in sorted(kinds)]


def _drafted(deck: Deck, type: NoteType, page: str) -> ReleasedType:
    name, made = f"{deck.lock.name or deck.name} – {type.name}", templates(deck, type, page)
    names, fields = tuple(name for name, *_ in made), field_names(type)
    return ReleasedType(type.name, name, fields, names, looks(style(), [*made, *_described(deck, fields)]), 0)


def model(deck: Deck, type: ReleasedType, companion: str) -> Model:
    """Return a released note type; cards link to the page named `companion` if no link is configured."""
    kind = _TYPES[type.kind]
    made = _Model(
        number(deck.uid, "note type", kind.name),
        type.name,
        fields=[
            {
                "name": name,
                "id": number(deck.uid, "field", kind.name, name),
                "description": described,
                "collapsed": name in SPARES,
            }
            for name, described in _described(deck, type.fields)
        ],
        templates=[
            {**dict(zip(TEMPLATE, parts, strict=True)), "id": number(deck.uid, "template", kind.name, parts[0])}
            for parts in templates(deck, kind, companion)
        ],
        css=style(),
        model_type=Model.CLOZE if kind.hiding else Model.FRONT_BACK,
        sort_field_index=1,
    )
    made.time = type.time
    return made


def _described(deck: Deck, fields: Iterable[str]) -> list[tuple[str, str]]:
    """Return each field's name and what Anki's editor says of it."""
    return [(name, deck.words.fields[name.rstrip(" 0123456789")]) for name in fields]


def templates(deck: Deck, type: NoteType, companion: str) -> list[tuple[str, ...]]:
    """Return each template's name, front and back, and both as Anki's browser lists them: in words, with no frame.

    Without a link, cards lead to the page named `companion`.
    """
    made: list[tuple[str, ...]] = [
        (card.name, *_sides(deck, type, card, companion), *_listed(deck, type, card)) for card in type.cards
    ]
    if not type.hiding and all(card.name != SPARE for card in type.cards):
        # A cloze note type has exactly one template; more cards come from more deletion numbers.
        made.append((SPARE, card_template("spare.html"), "{{FrontSide}}", "", ""))
    return made


def _sides(deck: Deck, type: NoteType, card: CardType, companion: str) -> tuple[str, str]:
    values = {
        "attributes": language_attributes(deck.language),
        "language": deck.language,
        "words": deck.words,
        "said": f"{deck.words.answer}{spaced(deck.words.colon)}",
        "says": _says(deck),
        "question": deck.words.phrase(card.question) if card.question else "",
        "card": card,
        "hiding": type.hiding,
        "citation": CITATION,
        "address": ADDRESS,
        "link": link(deck),
        "page": deck.words.locators[PAGE],
        "note": deck.words.locators["note"][0],
        "companion": companion if _needs_companion(deck) else "",
    }
    front, back = card_template("front.html", **values), card_template("back.html", **values)
    # Anki makes a card of a template only for notes whose fields show something on its front.
    return _only_with(card.question_field, front), back


def _listed(deck: Deck, type: NoteType, card: CardType) -> tuple[str, str]:
    asked = [f"{{{{cloze:{name}}}}}" if name in type.hiding else f"{{{{{name}}}}}" for name in card.prompt]
    question = plain(deck.words.phrase(card.question)) if card.question else ""
    lead = f"{{{{{card.question_field}}}}}" if card.question_field else question
    return " ".join([lead, *asked]).strip(), " ".join([f"{{{{{name}}}}}" for name in card.answer] or asked)


def _says(deck: Deck) -> str:
    """Return what stands above the gists."""
    paged = all(source.locator == PAGE for source in deck.sources)
    return deck.words.page_says if paged else deck.words.source_says


def _needs_companion(deck: Deck) -> bool:
    """Tell whether some card cannot link to its source itself."""
    return not all(address(note.cite.source.screen, note) for note in deck.notes)


def _only_with(field: str, front: str) -> str:
    """Return a front that is empty without a field, if one is named."""
    return f"{{{{#{field}}}}}{front}{{{{/{field}}}}}" if field else front
