"""`ask`, `answer`: a question and its answer."""

from flashgen.kinds.kind import Kind, Setting, Values
from flashgen.load.fields import Fields
from flashgen.load.key import Key
from flashgen.load.shapes import TEXT
from flashgen.model.note import CardType, NoteType


def _values(entry: Fields, _: Setting) -> Values:
    return entry.text("ask"), entry.text("answer", example="a few words")


ASK = Kind(
    keys=(
        Key("ask", "A question.", TEXT, "Who coined the formula?", needed=True),
        Key("answer", "Its answer, in a few words.", TEXT, "Kliuchevsky", needed=True),
    ),
    type=NoteType(
        name="Question",
        fields=("Question", "Answer"),
        cards=(CardType("Question", prompt=("Question",), answer=("Answer",)),),
    ),
    values=_values,
)
