"""The shapes of values as editors check them; they read `98` and `no` as a number and a boolean, not as text.

So a text may be any scalar that is not empty. A pattern applies only to texts, a minimum only to numbers; editors show
the message of a pattern that fails.
"""

import re

from flashgen.load.fields import LANGUAGE
from flashgen.load.key import Key, Shape, mapping
from flashgen.load.tag import HINT, RESERVED, TAG


def matching(pattern: str, message: str, *types: str) -> Shape:
    """Return the shape of texts that match a pattern as a whole, and of scalars of other types."""
    return {"type": ["string", *types], "pattern": f"^(?:{pattern})$", "patternErrorMessage": message}


def word(pattern: re.Pattern[str], message: str, *types: str) -> Shape:
    """Return the shape of words that match a pattern as a whole, with spaces around them or not."""
    return matching(rf"\s*(?:{pattern.pattern})\s*", message, *types)


def texts(least: int, most: int) -> Shape:
    """Return the shape of a list of `least` to `most` texts."""
    return {"type": "array", "items": TEXT, "minItems": least, "maxItems": most}


def several(keys: tuple[Key, ...], **more: int) -> Shape:
    """Return the shape of a list of mappings; `more` is added to the shape of each."""
    return {"type": "array", "items": mapping(keys) | more, "minItems": 1}


def either_case(words: str) -> str:
    """Return a pattern that ignores case, for engines without a flag for it."""
    return re.sub("[a-z]", lambda letter: f"[{letter[0]}{letter[0].upper()}]", words)


def one_or_several(shape: Shape) -> Shape:
    """Return the shape of a value, or of a list of such values."""
    return {"oneOf": [shape, {"type": "array", "items": shape, "minItems": 1}]}


_UNRESERVED = rf"(?!(?:[\s\S]*::)?(?:{either_case('|'.join(sorted(RESERVED)))})(?:::|$))"

TEXT = {
    "type": ["string", "number", "boolean"],
    "pattern": r"\S",
    "patternErrorMessage": "write a value, or delete the key",
}
WORD = matching(r"\s*\S[^\n]*\s*", "write it on one line", "number", "boolean")
HIDING: Shape = {
    "type": "string",
    "pattern": r"\{\{[\s\S]*\S[\s\S]*\}\}",
    "patternErrorMessage": "put the words to recall in {{ and }}",
}
LABELS = one_or_several(WORD)
"""One label, a range, or a list of these."""

MEASURED = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4})?")
MEASURE = {**word(MEASURED, "write a number of mm, like 95 or 10.5", "number"), "minimum": 0}
LANGUAGE_TAG = word(LANGUAGE, "write a tag such as en or de", "boolean")
TAG_OF_ANKI = matching(
    _UNRESERVED + TAG.pattern,
    HINT,
    "number",
    "boolean",
)
TAGS: Shape = {"type": "array", "items": TAG_OF_ANKI, "minItems": 1}
