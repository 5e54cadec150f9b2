"""What the YAML parser says, in the words of somebody who edits a deck."""

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
        "a colon and a space in an unquoted text",
        "put the text in quotes, or on lines of its own below >-",
    ),
    ("tab|cannot start any token", "a tab or a reserved character", "indent with spaces; put the text in quotes"),
    ("unexpected end of stream", "a quote is opened and never closed", "close the quote"),
    ("unexpected document indicator", "a quote is still open where the document ends", "close the quote"),
    ("Unicode character escape", "an escape that stands for no character", "write the character itself"),
    (
        "escape|hexdecimal",
        "a backslash in double quotes that means nothing",
        "use single quotes, or write two backslashes",
    ),
    (
        "expected ',' or",
        "a bracket is opened and not closed, or a comma is missing",
        "close it on this line, or put the text in quotes if it is none of a list or of keys",
    ),
    (
        "expected ':'",
        "a line that is neither a key with its value nor a list item",
        'indent it further if it goes on with the text above; write ": " behind its key if it has one',
    ),
    (
        "expected <b|expected key|expected '-' indicator",
        "this line does not fit the lines above it",
        "indent it like the lines around it",
    ),
    ("alias", "", "put a text that begins with * in quotes; write what is meant twice out in both places"),
    (
        "alphabetic or numeric",
        "an alias (*) or anchor (&): not read here",
        "put a text that begins with * or & in quotes",
    ),
    ("anchor", "", "put a text that begins with & in quotes; an anchor can be deleted"),
    ("whitespace or line break", "a tag (!): not read here", "put a text that begins with ! in quotes"),
    ("tag", "", "put a text that begins with ! in quotes; a tag can be deleted, since every value is text"),
    (
        "sequence entries are not",
        "a text that begins with a dash",
        "put the text in quotes, or each item on a line below",
    ),
    ("mapping keys are not", "a text that begins with a question mark", "put the text in quotes"),
    ("expected node content", "a text that begins with a comma or a bracket", "put the text in quotes"),
    (
        "comment or line break|indentation indicator",
        "a text on the line of its | or >",
        "put the text in quotes, or on the lines below",
    ),
    ("deeper", "", "an entry needs two levels"),
    ("nesting depth", "values deeper than the parser reads", "an entry needs two levels"),
    ("second document", "", "delete the ---, or make it a file of its own"),
    ("expected <document start>", "text after the end of the document (...)", "delete the ..."),
)
_INDENTED = re.compile("mapping values|expected <b|expected key|expected '-' indicator")
_SECOND_COLON = re.compile(r"[ ]*(?:-[ ]+)*[^:]*:\s.*:(?:\s|$)|[^{]*\{")


def fault(error: yaml.MarkedYAMLError, path: str, text: str) -> Problem:
    """Return the problem that a parser's error is: its place, our words, a cure."""
    said, place, lines = str(error.problem), _place(error, path, text), lines_of(text)
    if found := _seen(said, place, lines):
        row, column, message, hint = found
        return Problem(Place(path, row + 1, column + 1), "yaml-syntax", message, hint)
    for pattern, message, hint in _FAULTS:
        if re.search(pattern, said):
            return Problem(place, "yaml-syntax", message or said, hint)
    return Problem(place, "yaml-syntax", said, "compare the line with the entries around it")


def _seen(said: str, place: Place, lines: Sequence[str]) -> Slip | None:
    """Return the slip that an error comes from, where its line shows it; what we refuse ourselves shows enough."""
    row = place.line - 1
    line = lines[row]
    if "not read here" in said:
        return None
    if found := slip(lines, row):
        return found
    if re.search("expected ',' or", said) and line[place.column - 1 : place.column] == ":":
        return row, place.column - 1, *_FAULTS[0][1:]
    if _INDENTED.search(said) and not ("mapping values" in said and _SECOND_COLON.match(line)):
        return misplaced(lines, row)
    return None


def _place(error: yaml.MarkedYAMLError, path: str, text: str) -> Place:
    """Return where the mistake begins: at an opening quote or bracket, or behind the last word, not past the end."""
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
    """Tell whether the parser stopped at a colon on the line of an opening bracket."""
    return at is not None and opened.line == at.line and text[at.index : at.index + 1] == ":"
