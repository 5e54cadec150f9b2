"""`term`, `script`, `means`: a term and its meaning, asked in both directions."""

from dataclasses import replace

from flashgen.kinds.kind import Kind, Setting, Values
from flashgen.load.fields import Fields
from flashgen.load.key import Key
from flashgen.load.markdown import with_blocks
from flashgen.load.shapes import LANGUAGE_TAG, TEXT
from flashgen.model.note import CardType, NoteType
from flashgen.model.problem import Problem


def _values(entry: Fields, setting: Setting) -> Values:
    term, script, means = (
        entry.text("term"),
        entry.text("script"),
        with_blocks(entry.text("means", example="what the term means")),
    )
    language = entry.language("language") or setting.term_language
    if script and term and language:
        script, term = replace(script, language=language), replace(term, language=f"{language.split('-')[0]}-Latn")
    if script and not entry.has("language") and not setting.term_language:
        hint = "add language: here, or term_language: for all terms in deck.yaml"
        entry.problems.append(Problem(script.place, "missing-key", '"script" has no language', hint, "warning"))
    return term, script, means


TERM = Kind(
    keys=(
        Key("term", "A term, asked in both directions.", TEXT, "kolophon", needed=True),
        Key("script", "The term in its own script.", TEXT, "κολοφών"),
        Key(
            "language",
            "The language of `script` (BCP 47), if it is not the deck's `term_language`.",
            LANGUAGE_TAG,
            "grc",
        ),
        Key(
            "means",
            "What the term means. May have blocks, as `extra` has.",
            TEXT,
            "a printer's note that closes a book",
            needed=True,
        ),
    ),
    type=NoteType(
        name="Term",
        fields=("Term", "Script", "Means"),
        cards=(
            CardType("Meaning", question="term_meaning", prompt=("Term", "Script"), answer=("Means",)),
            CardType("Term", question="term_name", prompt=("Means",), answer=("Term", "Script")),
        ),
    ),
    values=_values,
)
