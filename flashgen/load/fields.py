"""A mapping read by its known keys; whatever does not fit joins the problems, and reading goes on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flashgen.load.meant import meant
from flashgen.load.nodes import Mapping, Node, Scalar, Sequence
from flashgen.load.syntax import parse
from flashgen.model.place import Place
from flashgen.model.problem import Problem
from flashgen.model.source import Span
from flashgen.model.text import Text, bare

NUMBER = re.compile("[0-9]{1,6}")
SPAN = re.compile(rf"({NUMBER.pattern})(?:\s*[-–]\s*({NUMBER.pattern}))?")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
MANY = 20
"""So many keys that nothing knows are told one by one."""

_KINDS = {Scalar: "a text", Sequence: "a list", Mapping: "keys with values"}


@dataclass(frozen=True, slots=True)
class Fields:
    """The values of a mapping by key. A value that is missing or does not fit reads as None or as nothing.

    `lost` are keys whose values are no YAML, `again` tells that a key stood twice: both are reported already.
    """

    values: dict[str, tuple[Scalar, Node]]
    place: Place
    problems: list[Problem]
    lost: frozenset[str] = frozenset()
    again: bool = False

    def report(self, place: Place, rule: str, message: str, hint: str) -> None:
        """Add a problem."""
        self.problems.append(Problem(place, rule, message, hint))

    def place_of(self, key: str) -> Place:
        """Return where a key's value stands, or where the mapping does."""
        return self.values[key][1].place if key in self.values else self.place

    def missing(self, key: str, example: str) -> bool:
        """Tell whether a key that must be there is not, and report it."""
        if not self.has(key):
            self.report(self.place, "missing-key", f'"{key}" is missing', f"write {key}: {example}")
        return key not in self.values

    def has(self, key: str) -> bool:
        """Tell whether a key is there, be it with a value that could not be read."""
        return key in self.values or key in self.lost

    def scalar(self, key: str, example: str = "", whole: bool = True) -> Scalar | None:
        """Return a value that must be one text; with an example, it must be there."""
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
        """Return a value that is a name, a number or the like: one line, no Markdown."""
        value = self.scalar(key, example)
        if value is None:
            return ""
        word = value.value.strip()
        if not word:
            self.report(value.place, "blank", f'"{key}" is blank', "write it, or delete the key")
        elif "\n" in word:
            self.report(value.place, "wrong-type", f'"{key}" runs over several lines', "write it on one line")
        return word

    def language(self, key: str) -> str:
        """Return a value that is a language tag (BCP 47)."""
        written = self.word(key)
        if written and not LANGUAGE.fullmatch(written):
            said = f'"{written}" is not a language tag'
            self.report(self.place_of(key), "bad-language", said, "write it like en or ru")
        return written

    def text(self, key: str, example: str = "", hiding: bool = False) -> Text | None:
        """Return a value that is prose; only where it is hiding may it have deletions."""
        value = self.scalar(key, example)
        return None if value is None else self._text(value, key, hiding)

    def texts(self, key: str, hiding: bool = False) -> tuple[Text, ...]:
        """Return a value that is a list of texts; nothing where one of them is wrong."""
        found = [self.one(item, f'an item of "{key}"') for item in self.items(key)]
        read = [item and self._text(item, key, hiding) for item in found]
        texts = tuple(text for text in read if text)
        return texts if len(texts) == len(read) else ()

    def items(self, key: str, empty: bool = False) -> tuple[Node, ...]:
        """Return the items of a value that must be a list; only where it may be empty has it none."""
        if key not in self.values:
            return ()
        value = self.values[key][1]
        if isinstance(value, Scalar) and value.is_comment:
            self.one(value, key)
            return ()
        if not isinstance(value, Sequence):
            said = f'"{key}" is {_KINDS[type(value)]} where a list is expected'
            self.report(value.place, "wrong-type", said, "write one item a line, each after a dash")
            return ()
        if not value.items and not empty:
            self.report(value.place, "blank", f'"{key}" is an empty list', "write its items, or delete the key")
        return value.items

    def span(self, key: str, example: str = "") -> Span | None:
        """Return a value that is one number or a range of numbers, like `98` or `96-97`."""
        value = self.scalar(key, example, whole=False)
        if value is None:
            return None
        found = SPAN.fullmatch(value.value.strip())
        if not found:
            said = f'"{key}" is "{value.value}" where a number or a range is expected'
            self.report(value.place, "wrong-type", said, "write it like 98 or 96-97")
            return None
        span = Span(int(found[1]), int(found[2] or found[1]))
        if span.last < span.first:
            first, last = str(span.first), str(span.last)
            short = first[: len(first) - len(last)] + last  # 102-4 is short for 102-104
            turned, long = f"write {last}-{first}", f"write {first}-{short}, if it is short for that"
            hint = turned if len(first) == len(last) else long
            self.report(value.place, "backwards-range", f"{span} runs backwards", hint)
            return None
        return span

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
        """Return a value that must be one text; None where a comment takes its place.

        Where it must be `whole`, a comment that may have cut it off is reported.
        """
        if not isinstance(value, Scalar):
            said = f"{name} is {_KINDS[type(value)]} where a text is expected"
            self.report(value.place, "wrong-type", said, "write it as one text; quote it if it begins with [ or {")
            return None
        if value.cut and (whole or value.is_comment):
            hint = "put the text in quotes; for a comment, write two spaces before # and one after it"
            self.report(value.place, "cut-by-comment", "YAML reads everything after # as a comment", hint)
        return None if value.is_comment else value

    def _text(self, value: Scalar, key: str, hiding: bool) -> Text | None:
        raw = value.value.strip()
        if not raw:
            self.report(value.place, "blank", f'"{key}" is blank', "write it, or delete it")
            return None
        text = parse(raw, value.place, self.problems)
        if text and not hiding and "{{" in raw and text.deletions:
            self.report(value.place, "stray-deletion", f'"{key}" cannot hide words', "delete the {{ and }}")
            return Text(bare(text.parts), text.place)
        return text


def fields(node: Node, known: tuple[str, ...] | None, problems: list[Problem]) -> Fields | None:
    """Return a mapping's values by key, having reported those that nothing knows; None where it is no mapping.

    Without known keys, it may have any.
    """
    if not isinstance(node, Mapping):
        found = "nothing" if isinstance(node, Scalar) and not node.value else _KINDS[type(node)]
        said = f"{found} where keys with values are expected"
        problems.append(Problem(node.place, "wrong-type", said, f"write keys such as {(known or ('id',))[0]}: …"))
        return None
    if known is not None:
        problems.extend(_unknown(node, known))
    return Fields(node.pairs, node.place, problems, node.lost, node.again)


def _unknown(node: Mapping, known: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem for each key that nothing knows; of very many, one for all the others."""
    unknown = [key for name, (key, _) in node.pairs.items() if name not in known]
    for key in unknown[:MANY]:
        yield Problem(key.place, "unknown-key", f'no key is called "{key.value}"', meant(key.value, known))
    if others := unknown[MANY:]:
        said = f"{len(others)} more keys that nothing knows"
        yield Problem(others[0].place, "unknown-key", said, "is all of this meant to be one entry?")
