"""Errors of the YAML parser, in the words of an author of decks."""

import re
from collections.abc import Sequence
from typing import Any

import yaml

from flashgen.load.decode import lines_of, place_of
from flashgen.load.slips import Slip, misplaced, slip
from flashgen.model.place import Place
from flashgen.model.problem import Problem

_FAULTS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "an unquoted text contains a colon and a space",
        "put the text in quotes, or on the lines below >-",
    ),
    (
        "tab|cannot start any token",
        "a tab or a reserved character begins a value",
        "indent with spaces, or put the text in quotes",
    ),
    ("unexpected end of stream", "this quote is never closed", "close the quote"),
    ("unexpected document indicator", "this quote is still open where the document ends", "close the quote"),
    ("Unicode character escape", "this escape stands for no character", "write the character itself"),
    (
        "escape|hexdecimal",
        "this backslash in double quotes is not a known escape",
        "use single quotes, or write two backslashes",
    ),
    (
        "expected ',' or",
        "this bracket is never closed, or a comma is missing",
        "close the bracket on this line, or put the text in quotes",
    ),
    (
        "expected ':'",
        "this line is neither a key with a value nor a list item",
        'indent it further if it continues the text above, or write ": " after its key',
    ),
    (
        "expected <b|expected key|expected '-' indicator",
        "this line does not fit the lines above it",
        "indent it like the lines around it",
    ),
    ("alias", "", "put a text that begins with * in quotes, or write out the value in both places"),
    (
        "alphabetic or numeric",
        "an alias (*) or anchor (&) is not supported",
        "put a text that begins with * or & in quotes",
    ),
    ("anchor", "", "put a text that begins with & in quotes, or delete the anchor"),
    ("whitespace or line break", "a tag (!) is not supported", "put a text that begins with ! in quotes"),
    ("tag", "", "put a text that begins with ! in quotes, or delete the tag: every value is text"),
    (
        "sequence entries are not",
        "an unquoted text begins with a dash",
        "put the text in quotes, or each item on a line below",
    ),
    ("mapping keys are not", "an unquoted text begins with a question mark", "put the text in quotes"),
    ("expected node content", "an unquoted text begins with a comma or a bracket", "put the text in quotes"),
    (
        "comment or line break|indentation indicator",
        "text follows | or > on the same line",
        "put the text in quotes, or on the lines below",
    ),
    ("deeper", "", "write entries with at most two levels"),
    ("nesting depth", "nesting deeper than the YAML parser reads", "write entries with at most two levels"),
    ("second document", "", "delete the ---, or move the second document to its own file"),
    ("expected <document start>", "text follows the end of the document (...)", "delete the ..."),
)
_INDENTED = re.compile("mapping values|expected <b|expected key|expected '-' indicator")
_SECOND_COLON = re.compile(r"[ ]*(?:-[ ]+)*[^:]*:\s.*:(?:\s|$)|[^{]*\{")


def fault(error: yaml.MarkedYAMLError, path: str, text: str) -> Problem:
    """Return an error of the parser as a problem: its place, our words, a cure."""
    error_text, place, lines = str(error.problem), _place(error, path, text), lines_of(text)
    if seen := _seen(error_text, place, lines):
        row, column, message, hint = seen
        return Problem(Place(path, row + 1, column + 1), "yaml-syntax", message, hint)
    for pattern, message, hint in _FAULTS:
        if re.search(pattern, error_text):
            return Problem(place, "yaml-syntax", message or error_text, hint)
    return Problem(place, "yaml-syntax", error_text, "compare the line with the entries around it")


def _seen(error_text: str, place: Place, lines: Sequence[str]) -> Slip | None:
    """Return the slip behind an error, if its line shows one. Our own refusals need no other words."""
    row = place.line - 1
    line = lines[row]
    if "is not supported" in error_text:
        return None
    if seen := slip(lines, row):
        return seen
    if re.search("expected ',' or", error_text) and line[place.column - 1 : place.column] == ":":
        return row, place.column - 1, *_FAULTS[0][1:]
    if _INDENTED.search(error_text) and not ("mapping values" in error_text and _SECOND_COLON.match(line)):
        return misplaced(lines, row)
    return None


def _place(error: yaml.MarkedYAMLError, path: str, text: str) -> Place:
    """Return where the mistake begins: at an opening quote or bracket, or after the last word, not past the end."""
    context = getattr(error, "context", None) or ""
    opened = re.search("quoted scalar|flow (sequence|mapping)|simple key", context)
    mark, at = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    if not opened or mark is None or _is_second_colon(text, mark, at):
        mark = at
    whole = text.rstrip()
    if mark is None or mark.index >= len(whole):
        return place_of(path, whole)
    return Place(path, mark.line + 1, mark.column + 1)


def _is_second_colon(text: str, opened: Any, at: Any) -> bool:
    """Return whether the parser stopped at a colon on the line of an opening bracket."""
    return at is not None and opened.line == at.line and text[at.index : at.index + 1] == ":"
