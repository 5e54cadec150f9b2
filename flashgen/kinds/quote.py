"""`quote`, `by`, `of`: a saying to learn word by word; its cards ask for speaker and subject, and for its words."""

from dataclasses import replace

from flashgen.kinds.cloze import report_deletions
from flashgen.kinds.kind import Kind, Setting, Values
from flashgen.load.deletions import HIGHEST
from flashgen.load.fields import Fields
from flashgen.load.key import Key
from flashgen.load.shapes import HIDING, TEXT
from flashgen.model.language import direction
from flashgen.model.note import CardType, NoteType
from flashgen.model.text import Deletion, Parts, Text, bare
from flashgen.model.words import Words, filled

_TO_LEFT = "\u200f"

SPEAKER = 1
"""The number of the card that asks for the speaker; those of the deletions follow."""


def _values(entry: Fields, setting: Setting) -> Values:
    by, of = entry.text("by", example="who said it"), entry.text("of", example="what it was said of")
    saying = entry.text("quote", hiding=True)
    if saying:
        report_deletions(entry, "quote", saying, HIGHEST - 1)
    if not (saying and by and of):
        return saying and Text(bare(saying.parts), saying.place), by, of
    if any(deletion.number == SPEAKER for deletion in saying.deletions):
        message = "in a quote, c1 is the card that asks who said it"
        entry.report(saying.place, "bad-number", message, "number from c2, or leave out the number")
    words, whole = setting.words, replace(saying, parts=bare(saying.parts))
    speaker = Deletion(SPEAKER, (*_mark(words), *filled(words.quote_source, by=by, of=of)))
    asked, lead = words.quote_speaker, filled(words.quote_blanks, by=by, of=of)
    question = Text(
        (f"{asked}\\\n{words.open_quote}", whole, f"{words.close_quote}\\\n— ", speaker), saying.place, setting.asking
    )
    gaps = Text((*lead, f"\\\n{words.open_quote}", saying, words.close_quote), saying.place, setting.asking)
    return whole, question, gaps


def _mark(words: Words) -> Parts:
    """Return a mark of direction: what is hidden runs as its first letter does, but `{by}، {of}` has no letter."""
    return (_TO_LEFT,) if direction(words.language) == "rtl" else ()


QUOTE = Kind(
    keys=(
        Key(
            "quote",
            "A saying to learn word by word: `{{answer}}` hides words.",
            HIDING,
            "Of making many books {{there is no end}}.",
            needed=True,
        ),
        Key("by", "Who said it.", TEXT, "Ecclesiastes", needed=True),
        Key("of", "What it was said of.", TEXT, "writing", needed=True),
    ),
    type=NoteType(
        name="Quotation",
        fields=("Quotation", "Speaker", "Gaps"),
        cards=(CardType("Quotation", prompt=("Speaker", "Gaps"), answer=()),),
        hiding=("Speaker", "Gaps"),
        fixed=("Speaker",),
    ),
    values=_values,
)
