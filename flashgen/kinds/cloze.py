"""`cloze`: a sentence with words to fill in; each deletion is a card."""

from flashgen.kinds.kind import Kind, Values
from flashgen.load.fields import Fields
from flashgen.load.key import Key
from flashgen.load.shapes import HIDING
from flashgen.load.syntax import HIGHEST
from flashgen.model.note import CardType, NoteType
from flashgen.model.text import Text, words


def report_deletions(entry: Fields, key: str, text: Text, most: int = HIGHEST) -> None:
    """Report a text without deletions, blank ones, and too many."""
    found = text.deletions
    if not found:
        aside = ", outside of formulas and backticks" if "{{" in text.words else ""
        hint = f"put the words to be recalled in {{{{ and }}}}{aside}"
        entry.report(text.place, "no-deletion", f'"{key}" hides nothing', hint)
    for deletion in found:
        if not words(deletion.parts).strip():
            entry.report(text.place, "no-deletion", "a deletion is blank", "write the answer between {{ and }}")
    if len(found) > most:
        entry.report(text.place, "bad-number", f"more than {most} deletions", "write several entries")


def _values(entry: Fields, _: str) -> Values:
    text = entry.text("cloze", hiding=True)
    if text:
        report_deletions(entry, "cloze", text)
    return (text,)


CLOZE = Kind(
    keys=(
        Key(
            "cloze",
            "A sentence with words to fill in: `{{answer}}` hides words, `{{answer::hint}}` shows a hint in their "
            "place. Each deletion makes a card.",
            HIDING,
            "The state {{swelled up}}; the people {{grew lean}}.",
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
