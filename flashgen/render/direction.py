"""Which way words run, and the marks in HTML that keep apart what runs the other way."""

import re

from flashgen.model.language import direction

ISOLATE, END = "\u2068", "\u2069"
"""Unicode's marks around words that run their own way, and do not turn round what stands beside them."""

_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")


def has_letters_to_left(words: str) -> bool:
    """Return whether words have letters of a script that is written from right to left."""
    return not words.isascii() and bool(_TO_LEFT.search(words))


def runs(words: str) -> str:
    """Return the direction of all letters of some words: `rtl`, `ltr`, or nothing for both or none."""
    if not has_letters_to_left(words):
        return "ltr" if _LETTER.search(words) else ""
    return "" if _LETTER.search(_TO_LEFT.sub("", words)) else "rtl"


def language_attributes(language: str) -> str:
    """Return the attributes of an element in a language."""
    return f'lang="{language}" dir="rtl"' if direction(language) == "rtl" else f'lang="{language}"'


def is_apart(words: str, around: str) -> bool:
    """Return whether words run the other way than the language around them."""
    is_to_left = has_letters_to_left(words)
    return is_to_left != (direction(around) == "rtl") and runs(words) != ""
