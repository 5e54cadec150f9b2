"""Slips in YAML that a line itself shows, whatever the parser says."""

import re
from collections.abc import Sequence
from typing import TypeAlias

Slip: TypeAlias = tuple[int, int, str, str]
"""The line and the column, counted from 0, the message and the hint."""

_KEY = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[^\W\d][\w-]*):(?=\s|$)")
_DASH = re.compile(r"[ ]*-(?=\s|$)")
_VALUE = r"[ ]*(?:-[ ]+)*(?:[\w-]+:[ ]+)?"
_OPENED = re.compile(_VALUE + r"""(?<=[ -])(?P<quote>["'])(?P<rest>.*)""")
_ENDS = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'(?!')")}
_APOSTROPHE = re.compile(r"'(?:[^\W\d_]{1,2}|\d\ds?|tis|twas|til|cause)(?![\w'])", re.IGNORECASE)
"""A word that begins with an apostrophe, such as 't, '90s, 'em and 'tis."""

_FARTHEST = 200
"""How many lines above a fault to look for an open quote."""

_IN_LINE: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"[ ]*(?P<at>\t)"), "a tab in the indentation", "indent with spaces"),
    (
        re.compile(r"(?P<at><{7}|={7}|>{7})"),
        "a merge left this mark",
        "keep one of the two versions, and delete the lines with <<<<<<<, ======= and >>>>>>>",
    ),
    (re.compile(rf"{_VALUE}(?P<at>\{{\{{)"), "an unquoted text begins with {{", "put the text in quotes"),
    (
        re.compile(rf"{_VALUE}(?P<at>(?!%[A-Z])(?P<sign>[@`%]))"),
        "an unquoted text begins with {sign}",
        "put the text in quotes",
    ),
    (re.compile(r"[ ]*(?P<at>-(?P<more>[^\s-].*))"), "no space after the dash", "write - {more}"),
    (
        re.compile(r"[ ]*(?:-[ ]+)*(?P<at>(?P<key>[^\W\d][\w-]*)(?::(?=[^\s:/])|\s*=\s*)(?P<value>.+))"),
        'no ": " after "{key}"',
        "write {key}: {value}",
    ),
    (
        re.compile(rf"{_VALUE}(?P<at>\[[^\]]*\]|\{{[^}}]*\}})\s*[^\s#,:\]}}]"),
        "text after a closing bracket",
        "put all of the text in quotes",
    ),
)


def slip(lines: Sequence[str], row: int) -> Slip | None:
    """Return the slip that a line shows, or an open quote above it; None if there is none."""
    return _open_quote(lines, row) or _behind_quote(lines[row], row) or _in_line(lines[row], row)


def _in_line(line: str, row: int) -> Slip | None:
    for pattern, message, hint in _IN_LINE:
        if match := pattern.match(line):
            words = match.groupdict()
            return row, match.start("at"), _filled(message, words), _filled(hint, words)
    return None


def _filled(template: str, words: dict[str, str]) -> str:
    return re.sub(r"\{([a-z]+)\}", lambda name: words[name[1]].strip(), template)


def _open_quote(lines: Sequence[str], row: int) -> Slip | None:
    """Return an open quote that runs on over keys until the next quote ends it."""
    for first in range(row, max(row - _FARTHEST, -1), -1):
        opened = _OPENED.match(lines[first])
        if opened is None or _ENDS[opened["quote"]].match(opened["rest"]):
            continue
        inner = range(first + 1, min(first + _FARTHEST, len(lines)))
        last = next((below for below in inner if opened["quote"] in lines[below]), len(lines) - 1)
        if any(_KEY.match(lines[below]) for below in range(first + 1, last + 1)):
            return first, opened.start("quote"), "this quote is never closed", _closing(lines[first], opened)
    return None


def _closing(line: str, opened: re.Match[str]) -> str:
    """Return how to cure an open quote, which may be an apostrophe."""
    whole = line[opened.start("quote") :].strip()
    return _quoted(whole, "'") if _APOSTROPHE.match(whole) else "close the quote"


def _behind_quote(line: str, row: int) -> Slip | None:
    opened = _OPENED.match(line)
    closed = opened and _ENDS[opened["quote"]].match(opened["rest"])
    if not opened or not closed:
        return None
    more = opened["rest"][closed.end() :]
    if not more.strip() or more.lstrip()[0] in ",:]}" or more.startswith((" #", "\t#")):
        return None
    whole = (opened["quote"] + opened["rest"]).strip()
    at = opened.start("rest") + closed.end() + len(more) - len(more.lstrip())
    return row, at, "text after a closing quote", _quoted(whole, opened["quote"])


def _quoted(whole: str, quote: str) -> str:
    """Return how to write a text that contains quotes."""
    inner = whole[1:-1] if whole.endswith(quote) and len(whole) > 1 else whole
    if quote == "'" and '"' not in whole and "\\" not in whole:
        return f'use double quotes: "{inner}"'
    if "'" not in whole:
        return f"put all of it in single quotes: '{whole}'"
    return "write the text on the line below, after >- instead of the quotes"


def misplaced(lines: Sequence[str], row: int) -> Slip | None:
    """Return that a key or a dash is not indented like the one above it."""
    for pattern, what in ((_DASH, "dash"), (_KEY, "key")):
        if pattern.match(lines[row]):
            column = _column(lines[row], what)
            above = next((number for number in range(row - 1, -1, -1) if pattern.match(lines[number])), row)
            other = _column(lines[above], what)
            if column == other:
                continue
            message = f"this {what} is indented by {_spaces(column)}, the one in line {above + 1} by {other}"
            new = ', or write "- " before it if an entry begins here' if what == "key" and column < other else ""
            return row, len(lines[row]) - len(lines[row].lstrip()), message, f"indent both alike{new}"
    return None


def _spaces(count: int) -> str:
    return f"{count} space{'s' * (count != 1)}"


def _column(line: str, what: str) -> int:
    match = _KEY.match(line) if what == "key" else None
    return match.start("key") if match else len(line) - len(line.lstrip(" "))
