"""`pair`, `relation`, `about`, `because`: two things and what joins them, asked from each side and for the bond."""

from dataclasses import replace

from flashgen.errors import suggested
from flashgen.kinds.kind import Kind, Values
from flashgen.load.fields import Fields
from flashgen.load.key import Key
from flashgen.load.shapes import TEXT, texts
from flashgen.model.note import CardType, NoteType
from flashgen.model.text import Part, Parts, Text

RELATIONS = {
    "parallel": ("what is the parallel to {}?", "what is the parallel to {}?", "in what are {} and {} parallel?"),
    "contrast": (
        "what is contrasted with {}?",
        "what is contrasted with {}?",
        "what is the contrast between {} and {}?",
    ),
    "cause": ("what did {} bring about?", "what brought about {}?", "how did {} bring about {}?"),
    "continuity": ("what carried on {}?", "what did {} carry on?", "in what was {} carried on by {}?"),
    "renaming": ("what was {} renamed?", "what was {} called before?", "what did it mean to rename {} {}?"),
}
"""For each relation: the question from the first side, from the second, and for what joins them."""


def _values(entry: Fields, _: str) -> Values:
    sides, asked = _sides(entry), _relation(entry)
    about, because = entry.text("about"), entry.text("because", example="what joins the two")
    left, right = sides
    if not (left and right and asked):
        return None, None, None, left, right, because
    from_left, from_right = _question(asked[0], about, left), _question(asked[1], about, right)
    return _question(asked[2], about, left, right), from_left, from_right, left, right, because


def _sides(entry: Fields) -> tuple[Text | None, Text | None]:
    sides = entry.texts("pair")
    if sides and len(sides) != 2:
        hint = "write two: pair: [barshchina, trudodni]"
        entry.report(entry.place_of("pair"), "wrong-length", f"a pair of {len(sides)}", hint)
    left, right, *_ = *sides, None, None
    return left, right


def _relation(entry: Fields) -> tuple[str, str, str] | None:
    """Return what a relation asks."""
    relation = entry.word("relation", example="parallel")
    if relation and relation not in RELATIONS:
        said, hint = f'no relation is called "{relation}"', suggested(relation, tuple(RELATIONS))
        entry.report(entry.place_of("relation"), "unknown-relation", said, hint)
    return RELATIONS.get(relation)


def _question(saying: str, about: Text | None, *sides: Text) -> Text:
    """Return a question about the sides, behind what the pair is about."""
    pieces = saying.split("{}")
    lead: Parts = (_capitalized(about), ": ") if about else ()
    pieces[0] = pieces[0] if about else pieces[0].capitalize()
    asked: list[Part] = [part for asking in zip(pieces, sides, strict=False) for part in asking]
    return Text((*lead, *asked, pieces[-1]), sides[0].place)


def _capitalized(text: Text) -> Text:
    first, *rest = text.parts
    return replace(text, parts=(first[:1].upper() + first[1:] if isinstance(first, str) else first, *rest))


PAIR = Kind(
    keys=(
        Key(
            "pair",
            "Two things, asked from each side and for what joins them.",
            texts(2, 2),
            ("barshchina", "trudodni"),
            needed=True,
        ),
        Key("relation", "What joins them.", {"type": "string", "enum": [*RELATIONS]}, "parallel", needed=True),
        Key("about", "What lets each side be asked alone.", TEXT, "serf estate and kolkhoz"),
        Key("because", "What the relation rests on.", TEXT, "both are a yearly minimum of labour", needed=True),
    ),
    type=NoteType(
        name="Pair",
        fields=("Question", "Question from the left", "Question from the right", "Left", "Right", "Because"),
        cards=(
            CardType("From the left", prompt=("Question from the left",), answer=("Right", "Because")),
            CardType("From the right", prompt=("Question from the right",), answer=("Left", "Because")),
            CardType("Bond", prompt=("Question",), answer=("Because",)),
        ),
    ),
    values=_values,
)
