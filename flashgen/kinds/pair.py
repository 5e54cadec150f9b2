"""`pair`, `relation`, `about`, `asks`, `because`: two concepts, each asked from the other, and what joins them."""

import re
from dataclasses import replace

from flashgen.errors import suggested
from flashgen.kinds.kind import Kind, Setting, Values
from flashgen.load.fields import Fields
from flashgen.load.key import Key
from flashgen.load.markdown import with_blocks
from flashgen.load.shapes import TEXT, texts
from flashgen.model.note import CardType, NoteType
from flashgen.model.text import Part, Parts, Text
from flashgen.model.words import filled, spaced

RELATIONS = ("parallel", "contrast", "cause", "continuity", "renaming")
"""Each has three phrases in `Words`: the question from the left, the one from the right, and the one for the bond."""

_FIRST = re.compile(r"^[¿¡]?\w")

MOST_ASKS = 3
"""The most questions that a pair may bring: one a card."""

_ENDS = ("from_left", "from_right", "bond")
_SIDES = ("Left", "Right")


def _values(entry: Fields, setting: Setting) -> Values:
    sides, relation = _sides(entry), _relation(entry)
    about, because = entry.text("about"), with_blocks(entry.text("because", example="what joins the two"))
    left, right = sides
    own = _asks(entry)
    if not (left and right and relation):
        return None, None, None, left, right, because
    usual = [_question(setting, f"pair_{relation}_{end}", about, left, right) for end in _ENDS]
    from_left, from_right, bond = (*own, *usual[len(own) :])
    return bond, from_left, from_right, left, right, because


def _sides(entry: Fields) -> tuple[Text | None, Text | None]:
    sides = entry.texts("pair")
    if sides and len(sides) != 2:
        message = f"this pair has {len(sides)} side{'s' * (len(sides) > 1)}"
        entry.report(entry.place_of("pair"), "wrong-length", message, "write two: pair: [one, other]")
    left, right, *_ = *sides, None, None
    return left, right


def _asks(entry: Fields) -> tuple[Text, ...]:
    """Return an entry's own questions: from the left, from the right, and perhaps the one for what joins them."""
    asks = entry.texts("asks")
    if asks and not MOST_ASKS - 1 <= len(asks) <= MOST_ASKS:
        message = f"`asks` has {len(asks)} question{'s' * (len(asks) > 1)}"
        hint = "write two, one from each side: asks: [from the left, from the right]; a third may ask what joins them"
        entry.report(entry.place_of("asks"), "wrong-length", message, hint)
    return asks[:MOST_ASKS]


def _relation(entry: Fields) -> str:
    """Return the relation of an entry, if it is a known one."""
    relation = entry.word("relation", example=f"{', '.join(RELATIONS[:-1])} or {RELATIONS[-1]}")
    if relation and relation not in RELATIONS:
        message, hint = f'unknown relation "{relation}"', suggested(relation, RELATIONS)
        entry.report(entry.place_of("relation"), "unknown-relation", message, hint)
    return relation if relation in RELATIONS else ""


def _question(setting: Setting, name: str, about: Text | None, left: Text, right: Text) -> Text:
    """Return a question about the sides, after what the pair is about."""
    words = setting.words
    first, *rest = filled(words.phrase(name), left=left, right=right)
    lead: Parts = (_capitalized(about), spaced(words.colon), first) if about else (_capitalized(first),)
    place = left.place if left in (first, *rest) else right.place
    return Text((*lead, *rest), place, setting.asking)


def _capitalized(part: Part) -> Part:
    """Return a part with a capital letter at its start, behind marks such as ¿."""
    if isinstance(part, Text):
        first, *rest = part.parts
        return replace(part, parts=(_capitalized(first), *rest))
    return _FIRST.sub(lambda letter: letter[0].upper(), part, count=1) if isinstance(part, str) else part


PAIR = Kind(
    keys=(
        Key(
            "pair",
            "Two concepts, each asked from the other, and what joins them.",
            texts(2, 2),
            ("recto", "verso"),
            needed=True,
        ),
        Key("relation", "What joins them.", {"type": "string", "enum": [*RELATIONS]}, "contrast", needed=True),
        Key("about", "The topic, put before each question.", TEXT, "the sides of a leaf"),
        Key(
            "asks",
            "Your own questions in place of the tool's: from the left, from the right, and perhaps a third for what "
            "joins the two. `about` is not put before them.",
            texts(MOST_ASKS - 1, MOST_ASKS),
            ("What is on the back of the recto?", "What is on the front of the verso?"),
        ),
        Key(
            "because",
            "The reason for the relation. May have blocks, as `extra` has.",
            TEXT,
            "recto is the front, verso the back",
            needed=True,
        ),
    ),
    type=NoteType(
        name="Pair",
        fields=("Question", "Question from the left", "Question from the right", "Left", "Right", "Because"),
        cards=(
            CardType("From the left", prompt=("Question from the left",), answer=("Right", "Because"), sides=_SIDES),
            CardType("From the right", prompt=("Question from the right",), answer=("Left", "Because"), sides=_SIDES),
            CardType("Bond", prompt=("Question",), answer=("Because",)),
        ),
    ),
    values=_values,
)
