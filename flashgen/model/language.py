"""What a language tag (BCP 47) tells: the language itself, and which way it is written."""

import re
from functools import cache

_RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"))
_WITH_CAPITAL_NOUNS = frozenset(("de", "gsw", "lb", "nds"))
_SCRIPT = re.compile("[a-z]{4}")
_SCRIPTS_TO_LEFT = frozenset(("arab", "hebr", "syrc", "thaa"))


@cache
def primary(tag: str) -> str:
    """Return the language of a tag, without script and region: `de` of `de-AT`."""
    return tag.split("-")[0].lower()


def has_capital_nouns(tag: str) -> bool:
    """Tell whether a language writes every noun with a capital letter, so that names cannot be told by theirs."""
    return primary(tag) in _WITH_CAPITAL_NOUNS


@cache
def direction(tag: str) -> str:
    """Return `rtl` for a language written from right to left, else `ltr`; a script in the tag decides."""
    script = next((part for part in tag.lower().split("-")[1:] if _SCRIPT.fullmatch(part)), "")
    to_left = script in _SCRIPTS_TO_LEFT if script else primary(tag) in _RIGHT_TO_LEFT
    return "rtl" if to_left else "ltr"
