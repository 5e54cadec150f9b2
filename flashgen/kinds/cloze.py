"""`cloze`: a sentence with words to fill in; each deletion makes a card."""

from flashgen.kinds.kind import Kind, Setting, Values
from flashgen.load.deletions import HIGHEST
from flashgen.load.fields import Fields
from flashgen.load.key import Key
from flashgen.load.shapes import HIDING
from flashgen.model.note import CardType, NoteType
from flashgen.model.text import Text, words


def report_deletions(entry: Fields, key: str, text: Text, most: int = HIGHEST) -> None:
    """Report a text with no deletion, a blank deletion, or more than `most` deletions."""
    deletions = text.deletions
    if not deletions:
        aside = ", outside of backticks; in a formula, write {{c1::…}}" if "{{" in text.words else ""
        hint = f"put the words to recall in {{{{ and }}}}{aside}"
        entry.report(text.place, "no-deletion", f'"{key}" has no deletion', hint)
    for deletion in deletions:
        if not words(deletion.parts).strip():
            message, hint = "this text has a blank deletion", "write the answer between {{ and }}"
            entry.report(text.place, "no-deletion", message, hint)
    if len(deletions) > most:
        message = f"this text has {len(deletions)} deletions; the limit is {most}"
        entry.report(text.place, "bad-number", message, "split the entry")


def _values(entry: Fields, _: Setting) -> Values:
    text = entry.text("cloze", hiding=True)
    if text:
        report_deletions(entry, "cloze", text)
    return (text,)


CLOZE = Kind(
    keys=(
        Key(
            "cloze",
            "A sentence with words to fill in. `{{answer}}` hides words; `{{answer::hint}}` shows a hint in their "
            "place. Each deletion makes a card.",
            HIDING,
            "Many books number their preface in {{roman}} numerals and their text in {{arabic}} ones.",
            needed=True,
        ),
    ),
    type=NoteType(
        name="Cloze",
        fields=("Text",),
        cards=(CardType("Cloze", prompt=("Text",), answer=()),),
        hiding=("Text",),
    ),
    values=_values,
)
