"""Tags that Anki accepts: no spaces, quotes or empty parts, and no name that Anki reserves."""

import re

from flashgen.load.fields import Fields
from flashgen.load.invisible import invisible
from flashgen.model.place import Place

_LETTERS = r'[^\s":\u0000-\u001f\u007f-\u009f]+'
TAG = re.compile(rf"{_LETTERS}(?:::?{_LETTERS})*")
"""A tag that Anki keeps as it is. Anki splits tags at spaces, drops quotes and control characters, fills gaps."""

RESERVED = {"leech", "marked"}
HINT = 'write it without spaces, quotes or empty parts; "leech" and "marked" are reserved'


def is_tag(entry: Fields, written: str, place: Place) -> bool:
    """Return whether Anki accepts a tag, and report it if not."""
    if TAG.fullmatch(written) and not RESERVED & set(written.lower().split("::")) and not invisible(written):
        return True
    entry.report(place, "bad-tag", f'"{written}" cannot be a tag', HINT)
    return False
