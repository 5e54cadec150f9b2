"""What can be a tag in Anki: no spaces, no accents, and not a name that Anki keeps for itself."""

import re

from flashgen.load.fields import Fields
from flashgen.model.place import Place

TAG = re.compile(r"[A-Za-z0-9_.-]+(::[A-Za-z0-9_.-]+)*")
RESERVED = {"leech", "marked"}


def is_tag(entry: Fields, written: str, place: Place) -> bool:
    """Tell whether a word can be a tag, and report it where it cannot."""
    if TAG.fullmatch(written) and not RESERVED & set(written.lower().split("::")):
        return True
    hint = "use letters without accents, digits, - _ . and ::, but neither leech nor marked"
    entry.report(place, "bad-tag", f'"{written}" cannot be a tag', hint)
    return False
