"""The literal parts of a text: code between backticks, and blocks of code between fences."""

import re

_RUN = re.compile("`+")
_FENCE = re.compile(r"(?m)^ {0,3}(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})")
_GAP = re.compile(r"\n[ \t]*\n")


def code_end(raw: str, start: int) -> int:
    """Return the end of the code that begins with backticks at `start`; `start` if none begins there.

    As in CommonMark, as many backticks close code as open it, and code contains no blank line.
    """
    opening = _RUN.match(raw, start)
    if opening is None:
        return start
    gap = _GAP.search(raw, opening.end())
    runs = _RUN.finditer(raw, opening.end(), gap.start() if gap else len(raw))
    return next((run.end() for run in runs if len(run.group()) == len(opening.group())), start)


def fence_end(raw: str, start: int) -> int:
    """Return the end of the block of code whose fence begins at `start`; `start` if none begins there."""
    opening = _FENCE.match(raw, start)
    if opening is None:
        return start
    fence = opening["fence"]
    closing = re.compile(rf"(?m)^ {{0,3}}{fence[0]}{{{len(fence)},}}[ \t]*$").search(raw, opening.end())
    return closing.end() if closing else len(raw)
