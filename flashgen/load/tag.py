"""What can be a tag in Anki: no spaces, no quotes, no empty part, and not a name that Anki keeps for itself."""

import re

from flashgen.load.fields import Fields
from flashgen.load.invisible import invisible
from flashgen.model.place import Place

_LETTERS = r'[^\s":\u0000-\u001f\u007f-\u009f]+'
TAG = re.compile(rf"{_LETTERS}(?:::?{_LETTERS})*")
"""What Anki keeps as it is; it parts tags at spaces, drops quotes and control characters, and fills empty parts."""

RESERVED = {"leech", "marked"}
HINT = 'write it without spaces, quotes and empty parts, and not "leech" or "marked"'


def is_tag(entry: Fields, written: str, place: Place) -> bool:
    """Tell whether a word can be a tag, and report it where it cannot."""
    if TAG.fullmatch(written) and not RESERVED & set(written.lower().split("::")) and not invisible(written):
        return True
    entry.report(place, "bad-tag", f'"{written}" cannot be a tag', HINT)
    return False
