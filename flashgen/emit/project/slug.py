"""The name of a new deck's folder, which its files, its tag and its package have too."""

import re
from unicodedata import combining, normalize

from flashgen.errors import BadNameError

LONGEST = 50
"""Letters of a name: it stands in file names, and in each tag."""

_OF_WINDOWS = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d"})


def slug(name: str) -> str:
    """Return a name in small Latin letters, digits and hyphens. BadNameError for one that has other letters."""
    if {"/", "\\"} & {*name}:
        raise BadNameError(name, "it is a path", "give only the name of the deck; -C names another folder")
    plain = "".join(sign for sign in normalize("NFKD", name.lower().translate(_LETTERS)) if not combining(sign))
    folder = "-".join(re.findall("[a-z0-9]+", plain))
    if not folder or any(sign.isalnum() and not sign.isascii() for sign in plain):
        raise BadNameError(
            name,
            "it is not in Latin letters",
            "write it in Latin letters, and the title as you like it with --title",
        )
    if len(folder) > LONGEST:
        raise BadNameError(
            name, f"it is longer than {LONGEST} letters", "shorten it, and give the full title with --title"
        )
    if _OF_WINDOWS.fullmatch(folder):
        raise BadNameError(name, "Windows keeps this name for itself", "choose another")
    return folder
