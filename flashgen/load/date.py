"""A date of a citation: as authors write it, or as CSL-JSON has it."""

from flashgen.load.fields import Fields, fields
from flashgen.load.key import Key, mapping, names
from flashgen.load.nodes import Mapping, Node, Scalar, Sequence
from flashgen.load.shapes import WORD

_LIKE = "write it like 1999, 1999-03 or 1999-03-05, or [[1999, 3]] as date-parts"
_NUMBER: dict[str, object] = {"type": ["integer", "string"]}
_PARTS = {
    "type": "array",
    "minItems": 1,
    "maxItems": 2,
    "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": _NUMBER},
}
KEYS = (
    Key("date-parts", "Year, month and day as numbers, and those of the end if it is a range.", _PARTS),
    Key("literal", "The date in words.", WORD, "ca. 1200"),
    Key("raw", "The date as it was found.", WORD, "March 1999"),
)
DATE = {"anyOf": [WORD, mapping(KEYS) | {"minProperties": 1}]}
"""The shape of a date."""


def date(read: Fields, key: str) -> str:
    """Return the date at a key, in ISO 8601 if it has parts; blank without the key."""
    pair = read.values.get(key)
    if pair is None or not isinstance(pair[1], Mapping):
        return read.word(key)
    inner = fields(pair[1], names(KEYS), read.problems)
    if inner and inner.has("date-parts"):
        return _parts(inner)
    found = inner and (inner.word("literal") or inner.word("raw"))
    if not found:
        read.report(read.place_of(key), "wrong-type", f'"{key}" has no date', _LIKE)
    return found or ""


def _parts(inner: Fields) -> str:
    """Return the first and last day as ISO 8601, with a slash between if there are two."""
    days = [_day(item) for item in inner.items("date-parts")]
    if not all(days) or len(days) > 2:
        inner.report(inner.place_of("date-parts"), "wrong-type", '"date-parts" is not a date', _LIKE)
        return ""
    return "/".join(days)


def _day(node: Node) -> str:
    """Return a year, a month or a day; blank for anything else."""
    items = node.items if isinstance(node, Sequence) else ()
    words = [item.value.strip() if isinstance(item, Scalar) else "" for item in items]
    if not 0 < len(words) <= 3 or not all(_is_number(word) for word in words):
        return ""
    year, *rest = (int(word) for word in words)
    return "-".join((f"{'-' if year < 0 else ''}{abs(year):04}", *(f"{number:02}" for number in rest)))


def _is_number(word: str) -> bool:
    digits = word.removeprefix("-")
    return digits.isascii() and digits.isdigit() and len(digits) <= 4
