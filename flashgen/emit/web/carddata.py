"""The notes and note types of a deck as the page of the cards holds them."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from flashgen.emit.anki.fields import Writer, field_names, stored_name, writer
from flashgen.emit.anki.notetype import templates
from flashgen.emit.web.formulas import formulas
from flashgen.emit.web.pages import citing, listed
from flashgen.kinds import KINDS
from flashgen.model.deck import Deck
from flashgen.model.note import Note, NoteType
from flashgen.model.problem import Problem
from flashgen.model.tier import CORE
from flashgen.render.text import unmarked
from flashgen.render.typography import Compositor

Value: TypeAlias = "str | int | Sequence[Value] | Mapping[str, Value]"

_TYPES = tuple(kind.type for kind in KINDS)
_FORMATS = {"jpg": "jpeg", "svg": "svg+xml"}
_SEAM = re.compile(r"(?<=</p>)(?=<p>)|(?<=</li>)|(?=</li>)|(?<=<li>)|(?<=::)|(?=\}\})|(?<=\n)")
"""Where a field may be cut into pieces: the gists of pages and the items of lists are in many fields."""


def card_data(deck: Deck, looks: str, findings: Mapping[str, Sequence[Problem]], proved: frozenset[str]) -> Value:
    """Return all that the page holds; `looks` is the style sheet of a card.

    Each piece of a text is there once: one that is used again is in `shared`, and its place there stands for it.
    """
    write = writer(deck)
    fields = {note.id: _fields(note, write) for note in deck.notes}
    told = {id: [_finding(one) for one in found] for id, found in findings.items() if found}
    said = [words for found in told.values() for finding in found for words in finding]
    types = [_type(deck, type) for type in _TYPES]
    tags = [tag for note in deck.notes for tag in note.tags]
    shared = _shared([*said, *chain(*types), *tags, *chain(*fields.values())])
    title = Compositor(deck.words).text
    return {
        "uid": deck.uid,
        "tag": deck.tag,
        "looks": looks,
        "types": [[*_facts(type), _all_places(sides, shared)] for type, sides in zip(_TYPES, types, strict=True)],
        "chapters": [f"{chapter.lead}{unmarked(title(chapter.title))}" for chapter in deck.chapters],
        "pages": [[page.anchor, page.name] for page in listed(deck)],
        "notes": _notes(deck, fields, proved, shared),
        "shared": [*shared],
        "findings": {id: [_all_places(words, shared) for words in found] for id, found in told.items()},
        "formulas": formulas(chain(*fields.values())),
        "images": {stored_name(name, image): _inlined(name, image) for name, image in deck.images.items()},
    }


def _notes(
    deck: Deck, fields: Mapping[str, Sequence[str]], proved: frozenset[str], shared: Mapping[str, int]
) -> list[Value]:
    """Return each note: its chapter, pages, type, cards, tags, fields, and three marks as bits of a number."""
    pages = {page.key: place for place, page in enumerate(listed(deck))}
    stems = {chapter.stem: place for place, chapter in enumerate(deck.chapters)}
    return [
        [
            stems[note.chapter.stem],
            [pages[key] for key in citing(note)],
            _TYPES.index(note.type),
            note.ordinals,
            _all_places(note.tags, shared),
            _all_places(fields[note.id], shared),
            (note.tier == CORE) + 2 * (note.withdrawn is not None) + 4 * (note.id in proved),
        ]
        for note in deck.notes
    ]


def sides(deck: Deck) -> list[str]:
    """Return the templates of all cards, fronts and backs."""
    return [side for type in _TYPES for side in _type(deck, type)]


def _facts(type: NoteType) -> list[Value]:
    """Return a note type's name, its fields, how many of these are of its kind, and whether its cards are deletions."""
    names = field_names(type)
    return [type.name, names, len([name for name in type.fields if name in names]), int(bool(type.hiding))]


def _type(deck: Deck, type: NoteType) -> list[str]:
    """Return the front and the back of each card of a note type."""
    return [side for _, front, back, *_ in templates(deck, type, "index.html") for side in (front, back)]


def _fields(note: Note, write: Writer) -> tuple[str, ...]:
    """Return the fields of a note in the order of its type, up to the last one that is filled."""
    values = write.drafted(note).fields
    names = field_names(note.type)
    last = max(place for place, name in enumerate(names) if name in values)
    return tuple([values.get(name, "") for name in names[: last + 1]])


def _shared(values: Iterable[str]) -> dict[str, int]:
    """Return a place for each piece that the values have twice: the more often one is used, the shorter its number."""
    counts = Counter(piece for value in values for piece in _SEAM.split(value))
    return {piece: place for place, (piece, count) in enumerate(counts.most_common()) if count > 1}


def _places(value: str, shared: Mapping[str, int]) -> Value:
    pieces = [shared.get(piece, piece) for piece in _SEAM.split(value)]
    return pieces if len(pieces) > 1 else pieces[0]


def _all_places(values: Iterable[str], shared: Mapping[str, int]) -> list[Value]:
    return [_places(value, shared) for value in values]


def _finding(problem: Problem) -> tuple[str, ...]:
    return (problem.severity, problem.rule, problem.message, problem.hint)


def _inlined(name: str, image: bytes) -> str:
    end = name.rsplit(".", 1)[1].lower()
    return f"data:image/{_FORMATS.get(end, end)};base64,{b64encode(image).decode('ascii')}"
