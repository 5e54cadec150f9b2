"""`ask`, `answer`, `reverse`: a question and its answer; with `reverse`, the answer asks for the question too."""

from flashgen.kinds.kind import Kind, Setting, Values
from flashgen.load.fields import Fields
from flashgen.load.key import Key
from flashgen.load.markdown import with_blocks
from flashgen.load.shapes import TEXT
from flashgen.load.yesno import YES_OR_NO, yes
from flashgen.model.note import SPARE, CardType, NoteType
from flashgen.model.text import Text


def _values(entry: Fields, setting: Setting) -> Values:
    question, answer = entry.text("ask"), with_blocks(entry.text("answer", example="a few words"))
    asked = Text((setting.words.reverse,), entry.place_of("reverse"), setting.asking) if yes(entry, "reverse") else None
    return question, answer, asked


ASK = Kind(
    keys=(
        Key("ask", "A question.", TEXT, "Which part of a book lists its subjects with their pages?", needed=True),
        Key("answer", "Its answer, in a few words. May have blocks, as `extra` has.", TEXT, "the index", needed=True),
        Key("reverse", "With `yes`, a second card shows the answer and asks for the question.", YES_OR_NO, "yes"),
    ),
    type=NoteType(
        name="Question",
        fields=("Question", "Answer", "Spare 1"),
        cards=(
            CardType("Question", prompt=("Question",), answer=("Answer",)),
            CardType(SPARE, prompt=("Answer",), answer=("Question",), question_field="Spare 1"),
        ),
    ),
    values=_values,
)
