"""Make words and file names safe to show: either may hold control characters that a terminal or workflow obeys."""

import re

_OBEYED = "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
"""Control characters, ends of lines, what turns the direction of text, and bytes of a name that is no text.

Compiled when it is first needed: a run that has nothing to report starts without it.
"""


def shown(words: str) -> str:
    r"""Return words on one line; escape unsafe characters as Python does: \n, \x1b, \u202e."""
    return re.sub(_OBEYED, lambda found: found.group().encode("unicode_escape").decode("ascii"), words)


def can_be_shown(name: str) -> bool:
    """Tell whether a name has only characters that are safe to show."""
    return not re.search(_OBEYED, name)
