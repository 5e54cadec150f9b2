"""Turn the events of the YAML parser into nodes, and refuse what is dangerous on the way.

Reading events is several times faster than PyYAML's loaders, and keeps the place of every key and value. Aliases,
anchors, tags and deep nesting are refused at once, so that no file can expand.
"""

import re
from collections.abc import Callable, Collection
from itertools import count
from typing import Any
from unicodedata import is_normalized, normalize

import yaml

from flashgen.load.decode import UNPRINTABLE, lines_of, unprintable
from flashgen.load.escapes import lost_command, message_on
from flashgen.load.faults import fault
from flashgen.load.nodes import Mapping, Node, Scalar, Sequence
from flashgen.load.recover import Cut
from flashgen.model.place import Place
from flashgen.model.problem import Problem

DEEPEST = 32
LONGEST = 20_000
"""The most characters of a text, ten printed pages: no card is near that, and no run may hang on more."""

MOST_FAULTS = 20
"""A file with more faults than this is most likely not YAML at all."""

_SCALAR, _SEQUENCE_END, _MAPPING_END = yaml.ScalarEvent, yaml.SequenceEndEvent, yaml.MappingEndEvent
_COMMENT = re.compile(r"[ \t]#")
_HINT = "write key: value; quote a text that begins with { or ["
_CUT = re.compile(r"[ \t]#|[ \t]+#[^\s]")
"""A # that ends a text, but may be part of it: a comment has two spaces before # and one after."""


def compose(text: str, path: str, problems: list[Problem]) -> Node | None:
    """Return the only document of a file, or None. What is wrong joins the problems.

    Where something is not YAML, only the value that contains it is left out.
    """
    if not text.isascii() and not is_normalized("NFC", text):
        text = normalize("NFC", text)
    cut: Cut | None = None
    for _ in range(MOST_FAULTS):
        faults: list[Problem] = []
        try:
            node = _Composer(text, path, faults, cut.lost if cut else frozenset()).document()
        except yaml.MarkedYAMLError as error:
            problem = fault(error, path, text)
            if problem not in problems[-1:]:
                problems.append(problem)
            cut = cut or Cut(lines_of(text))
            if not cut.without(problem.place.line - 1):
                return None
            text = "\n".join(cut.lines)
            continue
        if cut and not isinstance(node, Mapping):
            return None  # what is left has no keys
        problems.extend(faults)
        return node
    return None


class _Composer:
    """Reads the events of one file."""

    def __init__(self, text: str, path: str, problems: list[Problem], lost: Collection[int]) -> None:
        # Any, since the stubs lack the marks and tags of events.
        self.next: Callable[[], Any] = yaml.CSafeLoader(text).get_event
        self.text = text
        self.path = path
        self.problems = problems
        self.lost = lost
        self.lines = [*lines_of(text), "", ""] if _COMMENT.search(text) else []

    def document(self) -> Node | None:
        """Return the node of the only document."""
        self.next()
        start = self.next()
        if isinstance(start, yaml.StreamEndEvent):
            self._report(
                "empty-file", Place(self.path, 1, 1), "this file is empty", "write its keys, or delete the file"
            )
            return None
        node = self._node(self.next(), 0)
        self.next()
        after = self.next()
        if not isinstance(after, yaml.StreamEndEvent):
            self.problems.append(fault(_refusal("a second document", after), self.path, self.text))
        return node

    def _node(self, event: Any, depth: int) -> Node | None:
        """Return what begins with an event; None for a text that is too long, which is reported."""
        kind = type(event)
        if kind is _SCALAR and event.anchor is None and event.tag is None:
            return self._scalar(event)
        if kind is yaml.AliasEvent:
            raise _refusal("an alias (*)", event)
        if event.anchor is not None:
            raise _refusal("an anchor (&)", event)
        if event.tag is not None:
            raise _refusal("a tag (!)", event)
        if depth == DEEPEST:
            raise _refusal(f"nesting deeper than {DEEPEST} levels", event)
        return self._sequence(event, depth + 1) if kind is yaml.SequenceStartEvent else self._mapping(event, depth + 1)

    def _scalar(self, event: Any) -> Scalar | None:
        value, mark = event.value, event.start_mark
        if len(value) > LONGEST:
            message = f"this text has {len(value):,} characters; the limit is {LONGEST:,}"
            self._report("wrong-length", self._place(event), message, "split it into several entries")
            return None
        if event.style == '"':
            raw = self.text[mark.index : event.end_mark.index]
            value = self._unescaped(value, raw, Place(self.path, mark.line + 1, mark.column + 1))
        cut = bool(self.lines) and not event.style and self._cut(mark, event.end_mark)
        return Scalar(value, self.path, mark.line, mark.column, cut)

    def _unescaped(self, value: str, raw: str, place: Place) -> str:
        """Return a double-quoted text without the control characters of its escapes, which `decode` does not see."""
        if "\\" not in raw:
            return value
        if command := lost_command(raw):
            hint = "put the text in single quotes, or below >-, and write each backslash once"
            self.problems.append(Problem(place, "lost-backslash", message_on(command), hint, words=command))
        elif found := UNPRINTABLE.search(value):
            hint = "delete it; for a backslash, use single quotes or write two"
            self.problems.append(unprintable(place, found.group(), hint))
        return normalize("NFC", UNPRINTABLE.sub("", value))

    def _cut(self, start: Any, end: Any) -> bool:
        """Return whether a comment ends an unquoted text, on its last line or on a line below that continues it."""
        if self.lines[end.line][end.column :].strip():
            return bool(_CUT.match(self.lines[end.line], end.column))
        rows = count(end.line + 1)
        below = next(self.lines[row] for row in rows if row == len(self.lines) - 1 or self.lines[row].strip())
        if not below.lstrip().startswith("#"):
            return False
        before = self.lines[start.line][: start.column]
        head = len(before) - len(before.lstrip(" -"))
        return len(below) - len(below.lstrip()) >= (start.column if head == len(before) else head + 1)

    def _sequence(self, event: Any, depth: int) -> Sequence:
        items: list[Node] = []
        while type(inner := self.next()) is not _SEQUENCE_END:
            item = self._node(inner, depth)
            if item and not (self.lost and isinstance(item, Scalar) and item.line in self.lost):
                items.append(item)
        return Sequence(tuple(items), self._place(event))

    def _mapping(self, event: Any, depth: int) -> Mapping:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        lost: set[str] = set()
        again: list[Scalar] = []
        while type(inner := self.next()) is not _MAPPING_END:
            key = self._node(inner, depth)
            value = self._node(self.next(), depth)
            if not isinstance(key, Scalar):
                self._report_key(key)
            elif value is None or key.line in self.lost:
                lost.add(key.value)
            elif key.value in pairs:
                again.append(key)
            else:
                pairs[key.value] = (key, value)
        self._report_again(again, pairs)
        return Mapping(pairs, self._place(event), frozenset(lost), bool(again))

    def _report_key(self, key: Sequence | Mapping | None) -> None:
        """Report a key that is no text, unless it was one that is too long."""
        if key:
            self._report("wrong-type", key.place, "this key is not a word", _HINT)

    def _report_again(self, again: list[Scalar], pairs: dict[str, tuple[Scalar, Node]]) -> None:
        """Report repeated keys, all at once: one missing dash repeats every key of an entry."""
        if again:
            first, more = again[0], len({key.value for key in again}) - 1
            others = f"; {more} more key{'s' if more > 1 else ''} repeated" if more else ""
            message = f'"{first.value}" is already in line {pairs[first.value][0].line + 1}{others}'
            hint = f'if a "- " is missing before line {first.line + 1}, add it; otherwise delete one of the two'
            self._report("repeated-key", first.place, message, hint)

    def _place(self, event: Any) -> Place:
        return Place(self.path, event.start_mark.line + 1, event.start_mark.column + 1)

    def _report(self, rule: str, place: Place, message: str, hint: str) -> None:
        self.problems.append(Problem(place, rule, message, hint))


def _refusal(what: str, event: Any) -> yaml.MarkedYAMLError:
    """Return a refusal as an error of the parser, so that all errors are reported alike."""
    return yaml.MarkedYAMLError(problem=f"{what} is not supported", problem_mark=event.start_mark)
