"""What the YAML parser says, in the words of somebody who edits a deck."""

import re

import yaml

from flashgen.load.decode import lines_of, place_of
from flashgen.model.place import Place
from flashgen.model.problem import Problem

_FAULTS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "a colon and a space in an unquoted text",
        "put the text in quotes, or on lines of its own below >-; is the line indented like its neighbours?",
    ),
    (
        "tab|cannot start any token",
        "a tab or a reserved character (@ ` %)",
        "use spaces to indent; put the text in quotes",
    ),
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
        "write one item a line, each after a dash",
    ),
    (
        "expected ':'",
        "a line that is neither a key with its value nor a list item",
        "write key: value, or indent the line",
    ),
    (
        "expected <|expected key|expected '-' indicator",
        "this line does not fit the lines above it",
        "look at its indentation, and for an unquoted or unclosed quote above",
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
)


def fault(error: yaml.MarkedYAMLError, path: str, text: str) -> Problem:
    """Return the problem that a parser's error is: its place, our words, a cure."""
    said = str(error.problem)
    place = _place(error, path, text)
    if re.search(r"[:-]\s+\{\{", lines_of(text)[place.line - 1]):
        return Problem(place, "yaml-syntax", "an unquoted text that begins with {{", "put the text in quotes")
    for pattern, message, hint in _FAULTS:
        if re.search(pattern, said):
            return Problem(place, "yaml-syntax", message or said, hint)
    return Problem(place, "yaml-syntax", said, "compare the line with the entries around it")


def _place(error: yaml.MarkedYAMLError, path: str, text: str) -> Place:
    """Return where the mistake begins: at an opening quote or bracket, or behind the last word, not past the end."""
    opened = re.search("quoted scalar|flow (sequence|mapping)", getattr(error, "context", None) or "")
    mark = (opened and getattr(error, "context_mark", None)) or getattr(error, "problem_mark", None)
    whole = text.rstrip()
    if mark is None or mark.index >= len(whole):
        return place_of(path, whole)
    return Place(path, mark.line + 1, mark.column + 1)
