"""`pair`, `relation`, `about`, `because`: two concepts, each asked from the other, and what joins them."""

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
"""For each relation: the question from the first side, the one from the second, and the one for what joins them."""


def _values(entry: Fields, _: str) -> Values:
    sides, questions = _sides(entry), _relation(entry)
    about, because = entry.text("about"), entry.text("because", example="what joins the two")
    left, right = sides
    if not (left and right and questions):
        return None, None, None, left, right, because
    from_left, from_right = _question(questions[0], about, left), _question(questions[1], about, right)
    return _question(questions[2], about, left, right), from_left, from_right, left, right, because


def _sides(entry: Fields) -> tuple[Text | None, Text | None]:
    sides = entry.texts("pair")
    if sides and len(sides) != 2:
        message = f"this pair has {len(sides)} side{'s' * (len(sides) > 1)}"
        entry.report(entry.place_of("pair"), "wrong-length", message, "write two: pair: [one, other]")
    left, right, *_ = *sides, None, None
    return left, right


def _relation(entry: Fields) -> tuple[str, str, str] | None:
    """Return the questions of a relation."""
    relation = entry.word("relation", example="parallel")
    if relation and relation not in RELATIONS:
        message, hint = f'unknown relation "{relation}"', suggested(relation, tuple(RELATIONS))
        entry.report(entry.place_of("relation"), "unknown-relation", message, hint)
    return RELATIONS.get(relation)


def _question(template: str, about: Text | None, *sides: Text) -> Text:
    """Return a question about the sides, after what the pair is about."""
    pieces = template.split("{}")
    lead: Parts = (_capitalized(about), ": ") if about else ()
    pieces[0] = pieces[0] if about else pieces[0].capitalize()
    question: list[Part] = [part for parts in zip(pieces, sides, strict=False) for part in parts]
    return Text((*lead, *question, pieces[-1]), sides[0].place)


def _capitalized(text: Text) -> Text:
    first, *rest = text.parts
    return replace(text, parts=(first[:1].upper() + first[1:] if isinstance(first, str) else first, *rest))


PAIR = Kind(
    keys=(
        Key(
            "pair",
            "Two concepts, each asked from the other, and what joins them.",
            texts(2, 2),
            ("barshchina", "trudodni"),
            needed=True,
        ),
        Key("relation", "What joins them.", {"type": "string", "enum": [*RELATIONS]}, "parallel", needed=True),
        Key("about", "The topic, put before each question.", TEXT, "serf estate and kolkhoz"),
        Key("because", "The reason for the relation.", TEXT, "both are a yearly minimum of labour", needed=True),
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
