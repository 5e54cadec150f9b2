"""Read a mapping by its known keys. What does not fit joins the problems, and reading goes on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from flashgen.load.meant import meant
from flashgen.load.nodes import Mapping, Node, Scalar, Sequence
from flashgen.load.syntax import parse
from flashgen.model.place import Place
from flashgen.model.problem import Problem
from flashgen.model.text import Text, bare

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
MANY = 20
"""How many unknown keys are reported one by one."""

_KINDS = {Scalar: "a text", Sequence: "a list", Mapping: "keys with values"}


@dataclass(frozen=True, slots=True)
class Fields:
    """The values of a mapping by key. A value that is missing or does not fit reads as None or as empty.

    `lost` are keys whose values are not YAML, `again` is whether a key was repeated; both are already reported.
    `spoken` is the language (BCP 47) of its texts, where it is not the deck's.
    """

    values: dict[str, tuple[Scalar, Node]]
    place: Place
    problems: list[Problem]
    lost: frozenset[str] = frozenset()
    again: bool = False
    spoken: str = ""

    def report(self, place: Place, rule: str, message: str, hint: str) -> None:
        """Add a problem."""
        self.problems.append(Problem(place, rule, message, hint))

    def place_of(self, key: str) -> Place:
        """Return the place of a key's value, or of the mapping without the key."""
        return self.values[key][1].place if key in self.values else self.place

    def missing(self, key: str, example: str) -> bool:
        """Report a required key that is missing. Return whether it has no value that could be read."""
        if not self.has(key):
            self.report(self.place, "missing-key", f'"{key}" is missing', f"write {key}: {example}")
        return key not in self.values

    def has(self, key: str) -> bool:
        """Return whether a key is there, even with a value that could not be read."""
        return key in self.values or key in self.lost

    def scalar(self, key: str, example: str = "", whole: bool = True) -> Scalar | None:
        """Return a value that must be one text; with an example, the key is required."""
        pair = self.values.get(key)
        if pair is None:
            if example:
                self.missing(key, example)
            return None
        value = pair[1]
        if isinstance(value, Scalar) and not value.cut:
            return value
        return self.one(value, f'"{key}"', whole)

    def word(self, key: str, example: str = "") -> str:
        """Return a value that is one line without Markdown, such as a name or a number."""
        value = self.scalar(key, example)
        return self._line(value, key) if value else ""

    def language(self, key: str) -> str:
        """Return a value that is a language tag (BCP 47)."""
        written = self.word(key)
        if written and not LANGUAGE.fullmatch(written):
            message = f'"{written}" is not a language tag'
            self.report(self.place_of(key), "bad-language", message, "write a tag such as en or de")
        return written

    def text(self, key: str, example: str = "", hiding: bool = False) -> Text | None:
        """Return a value that is prose. Only a `hiding` one may have deletions."""
        value = self.scalar(key, example)
        return None if value is None else self._text(value, key, hiding)

    def texts(self, key: str, hiding: bool = False) -> tuple[Text, ...]:
        """Return a value that is a list of texts; none if one of them is wrong."""
        scalars = [self.one(item, f'an item of "{key}"') for item in self.items(key)]
        read = [scalar and self._text(scalar, key, hiding) for scalar in scalars]
        texts = tuple(text for text in read if text)
        return texts if len(texts) == len(read) else ()

    def items(self, key: str, empty: bool = False) -> tuple[Node, ...]:
        """Return the items of a value that must be a list, and not empty unless it may be `empty`."""
        if key not in self.values:
            return ()
        value = self.values[key][1]
        if isinstance(value, Scalar) and value.is_comment:
            self.one(value, key)
            return ()
        if not isinstance(value, Sequence):
            message = f'"{key}" must be a list, and is {_KINDS[type(value)]}'
            self.report(value.place, "wrong-type", message, "write one item a line, each after a dash")
            return ()
        if not value.items and not empty:
            self.report(value.place, "blank", f'"{key}" is an empty list', "write its items, or delete the key")
        return value.items

    def each_word(self, key: str) -> Iterator[Scalar]:
        """Yield the lines of a value that is one, or a list of them; what is not is reported."""
        node: Node = self.values[key][1] if key in self.values else Sequence((), self.place)
        for item in self.items(key) if isinstance(node, Sequence) else (node,):
            if (value := self.one(item, f'"{key}"', whole=False)) and self._line(value, key):
                yield value

    def inner(self, key: str, known: tuple[str, ...]) -> "Fields | None":
        """Return the fields of a value that must be a mapping."""
        return fields(self.values[key][1], known, self.problems) if key in self.values else None

    def open(self, key: str, example: str) -> "Fields | None":
        """Return the fields of a value that must be a mapping, whatever its keys."""
        node = self.values[key][1] if key in self.values else None
        return fields(node, None if isinstance(node, Mapping) else (example,), self.problems) if node else None

    def each(self, key: str, known: tuple[str, ...]) -> Iterator["Fields"]:
        """Yield the fields of each item of a list of mappings."""
        for item in self.items(key):
            if read := fields(item, known, self.problems):
                yield read

    def one(self, value: Node, name: str, whole: bool = True) -> Scalar | None:
        """Return a value that must be one text; None if a comment is in its place.

        If it must be `whole`, a comment that may have cut it off is reported.
        """
        if not isinstance(value, Scalar):
            message = f"{name} must be a text, and is {_KINDS[type(value)]}"
            self.report(value.place, "wrong-type", message, "write one text, in quotes if it begins with [ or {")
            return None
        if value.cut and (whole or value.is_comment):
            hint = "put the text in quotes; for a comment, write two spaces before # and one after it"
            self.report(value.place, "cut-by-comment", "YAML reads everything after # as a comment", hint)
        return None if value.is_comment else value

    def _line(self, value: Scalar, key: str) -> str:
        """Return a value that must be one line, and not blank."""
        line = value.value.strip()
        if not line:
            self.report(value.place, "blank", f'"{key}" is blank', "write a value, or delete the key")
        elif "\n" in line:
            self.report(value.place, "wrong-type", f'"{key}" has several lines', "write it on one line")
        return line

    def _text(self, value: Scalar, key: str, hiding: bool) -> Text | None:
        raw = value.value.strip()
        if not raw:
            self.report(value.place, "blank", f'"{key}" is blank', "write a value, or delete the key")
            return None
        text = parse(raw, value.place, self.problems)
        if text and not hiding and "{{" in raw and text.deletions:
            hint = "delete {{ and }}; in a formula, write { { and } }"
            self.report(value.place, "stray-deletion", f'"{key}" cannot have deletions', hint)
            text = Text(bare(text.parts), text.place)
        return replace(text, language=self.spoken) if text and self.spoken else text


def fields(node: Node, known: tuple[str, ...] | None, problems: list[Problem]) -> Fields | None:
    """Return the values of a mapping by key; None if the node is not a mapping.

    Unknown keys are reported; with `known` as None, any key may be there.
    """
    if not isinstance(node, Mapping):
        value = "nothing" if isinstance(node, Scalar) and not node.value else _KINDS[type(node)]
        message = f"keys with values are expected here, not {value}"
        problems.append(Problem(node.place, "wrong-type", message, f"write keys such as {(known or ('id',))[0]}: …"))
        return None
    if known is not None:
        problems.extend(_unknown(node, known))
    return Fields(node.pairs, node.place, problems, node.lost, node.again)


def _unknown(node: Mapping, known: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem for each unknown key; after many, one for all the others."""
    unknown = [key for name, (key, _) in node.pairs.items() if name not in known]
    for key in unknown[:MANY]:
        yield Problem(key.place, "unknown-key", f'unknown key "{key.value}"', meant(key.value, known))
    if others := unknown[MANY:]:
        message = f"{len(others)} more unknown keys"
        yield Problem(others[0].place, "unknown-key", message, "is all of this meant to be one entry?")
