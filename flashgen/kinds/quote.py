"""`quote`, `by`, `of`, `ask_of`: a saying to learn word by word. Cards ask who said it, for its words, and of what."""

from dataclasses import replace

from flashgen.kinds.cloze import report_deletions
from flashgen.kinds.kind import Kind, Setting, Values
from flashgen.load.deletions import HIGHEST
from flashgen.load.fields import Fields
from flashgen.load.key import Key
from flashgen.load.shapes import HIDING, TEXT
from flashgen.load.yesno import YES_OR_NO, yes
from flashgen.model.note import CardType, NoteType
from flashgen.model.text import LINE_END, Deletion, Text, bare
from flashgen.model.words import filled

SPEAKER, SUBJECT = 1, HIGHEST
"""The numbers of the cards that ask for the speaker and for the subject; those of the deletions are between."""

_ASKS = {SPEAKER: ("who said it", "number from c2"), SUBJECT: ("what it was said of", f"number below c{SUBJECT}")}


def _values(entry: Fields, setting: Setting) -> Values:
    by, of = entry.text("by", example="who said it"), entry.text("of", example="what it was said of")
    saying, asked = entry.text("quote", hiding=True), (SPEAKER, SUBJECT) if yes(entry, "ask_of") else (SPEAKER,)
    if saying:
        report_deletions(entry, "quote", saying, HIGHEST - len(asked))
    if not (saying and by and of):
        return saying and Text(bare(saying.parts), saying.place), by, of, None
    for number in sorted({deletion.number for deletion in saying.deletions}.intersection(asked)):
        asks, cure = _ASKS[number]
        message = f"in a quote, c{number} is the card that asks {asks}"
        entry.report(saying.place, "bad-number", message, f"{cure}, or leave out the number")
    words, whole = setting.words, replace(saying, parts=bare(saying.parts))
    who = _question(setting, words.quote_speaker, whole, _hidden(SPEAKER, by), of)
    what = _question(setting, words.quote_subject, whole, by, _hidden(SUBJECT, of)) if SUBJECT in asked else None
    lead = filled(words.quote_blanks, by=by, of=of)
    first = Text(lead, saying.place, leads=True)
    gaps = Text((first, LINE_END + words.open_quote, saying, words.close_quote), saying.place, setting.asking)
    return whole, who, gaps, what


def _hidden(number: int, text: Text) -> Text:
    return Text((Deletion(number, (text,)),), text.place)


def _question(setting: Setting, asked: str, saying: Text, by: Text, of: Text) -> Text:
    """Return a question about a saying, of whose speaker and subject one is hidden."""
    words = setting.words
    lead = Text((asked,), saying.place, leads=True)
    said = (LINE_END + words.open_quote, saying, f"{words.close_quote}{LINE_END}— ")
    return Text((lead, *said, *filled(words.quote_source, by=by, of=of)), saying.place, setting.asking)


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
        Key("ask_of", "With `yes`, one more card asks what it was said of.", YES_OR_NO, "yes"),
    ),
    type=NoteType(
        name="Quotation",
        fields=("Quotation", "Speaker", "Gaps", "Spare 1"),
        cards=(CardType("Quotation", prompt=("Speaker", "Gaps", "Spare 1"), answer=()),),
        hiding=("Speaker", "Gaps", "Spare 1"),
        fixed=("Speaker", "Spare 1"),
    ),
    values=_values,
)
