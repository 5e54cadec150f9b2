"""The numbers of deletions, and how deep deletions may be nested."""

import re

HIGHEST = 500
"""The highest number that a deletion may have: Anki makes no card for a higher one."""

DEEPEST = 3
"""How deep deletions may be nested."""

NUMBER = re.compile(r"\s*[cC\u0441\u0421]\s*[0-9]+(?:\s*,\s*[0-9]+)*\s*::?")
"""What stands behind two braces and is meant for a number, well written or not."""

Fault = tuple[str, str, str]
"""A rule, a message and a hint."""

TOO_DEEP: Fault = ("unbalanced-cloze", f"more than {DEEPEST} nested deletions", "write two entries")


def number(written: str | None, faults: list[Fault]) -> int:
    """Return the number of a deletion, 0 without one; what is no number joins the faults."""
    if written is None:
        return 0
    digits = written.removeprefix("c").removesuffix("::")
    if written == f"c{digits}::" and digits.isdecimal() and len(digits) < 8 and 0 < int(digits) <= HIGHEST:
        return int(digits)
    message = f"{written.strip().rstrip(':')} is not the number of a deletion"
    hint = f"write {{{{c1::…}}}} up to {{{{c{HIGHEST}::…}}}}, or leave out the number"
    faults.append(("bad-number", message, hint))
    return 0
