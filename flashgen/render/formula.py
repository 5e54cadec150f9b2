r"""Parse formulas into trees. Supports the subset of TeX that cards need; anything else is an error."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from flashgen.render.hiding import ANSWER_TEX, GAP_TEX
from flashgen.render.symbols import ACCENTS, FUNCTIONS, SPACES, STYLES, SYMBOLS

_TOKEN = re.compile(r"\\text(?:rm)?\s*\{[^{}\\$]*\}|\\[A-Za-z]+\*?|\\.|\S", re.DOTALL)
_WORDS = re.compile(r"\\text(?:rm)?\s*\{(.*)\}", re.DOTALL)
_SCRIPTS = ("_", "^", "'")
_MARKED = {GAP_TEX: "gap", ANSWER_TEX: "answer"}
_DEEPEST = 12
_LONGEST = 2000
"""So many characters are the most: PDF has no room for the words of a longer one."""


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of a formula: its kind, its characters or style, and the formulas inside it."""

    kind: str
    said: str = ""
    parts: tuple["Formula", ...] = ()


Formula = tuple[Node, ...]


class UnknownTexError(ValueError):
    """A part of a formula that is not supported; the message names it."""


def formula(tex: str) -> Formula:
    """Return TeX as a tree. Raise UnknownTexError for unknown commands, unbalanced braces and TeX that is too long."""
    if len(tex) > _LONGEST:
        raise UnknownTexError(f"more than {_LONGEST:,} characters")
    reader = _Reader(_TOKEN.findall(tex))
    tree = reader.until(())
    if reader.rest:
        raise UnknownTexError(reader.rest[-1])
    return tree


def depth(formula: Formula) -> int:
    """Return how many times scripts and fractions nest: each level makes the letters smaller."""
    return max((_depth(node) for node in formula), default=0)


def _depth(node: Node) -> int:
    inside = max((depth(part) for part in node.parts), default=0)
    if node.kind == "scripts":
        base, *scripts = map(depth, node.parts)
        return max(base, *(1 + script for script in scripts))
    return inside + (node.kind in ("fraction", "root") and len(node.parts) > 1)


class _Reader:
    """Reads the tokens of a formula; `rest` holds the unread ones in reverse order."""

    def __init__(self, tokens: list[str]) -> None:
        self.rest = tokens[::-1]
        self.level = 0

    def until(self, ends: tuple[str, ...]) -> Formula:
        """Return the pieces before one of the end tokens, without reading that token."""
        nodes: list[Node] = []
        while self.rest and self.rest[-1] not in (*ends, "}", r"\right"):
            node = self._piece()
            nodes.append(self._scripted(node) if self.rest and self.rest[-1] in _SCRIPTS else node)
        return tuple(nodes)

    def _next(self) -> str:
        if not self.rest:
            raise UnknownTexError("an unfinished command or group")
        return self.rest.pop()

    def _argument(self) -> Formula:
        """Return the argument of a command: a group or a single piece."""
        self.level += 1
        if self.level > _DEEPEST:
            raise UnknownTexError(f"more than {_DEEPEST} levels")
        argument = self._unit()
        self.level -= 1
        return argument

    def _unit(self) -> Formula:
        if self.rest and self.rest[-1] == "{":
            return self._group("}")
        return (self._piece(),)

    def _group(self, end: str) -> Formula:
        self._next()
        inside = self.until((end,))
        if self._next() != end:
            raise UnknownTexError(f"no {end}")
        return inside

    def _piece(self) -> Node:
        mark = self._next()
        if mark in _SCRIPTS:
            self.rest.append(mark)
            return Node("group")
        if mark == "{":
            self.rest.append(mark)
            return Node("group", parts=(self._argument(),))
        if mark in _MARKED:
            return Node(_MARKED[mark], parts=(self._argument(),))
        if mark in "&#$%~":
            raise UnknownTexError(mark)
        return self._command(mark) if mark.startswith("\\") else Node("symbol", "−" if mark == "-" else mark)

    def _command(self, mark: str) -> Node:
        if words := _WORDS.fullmatch(mark):
            return Node("text", words[1])
        name = mark[1:]
        for kind, table in (("symbol", SYMBOLS), ("function", FUNCTIONS), ("space", SPACES)):
            if name in table:
                return Node(kind, table[name])
        for kind, table in (("accent", ACCENTS), ("style", STYLES)):
            if name in table:
                return Node(kind, table[name], (self._argument(),))
        if name not in _COMMANDS:
            raise UnknownTexError(mark)
        return _COMMANDS[name](self)

    def _scripted(self, base: Node) -> Node:
        """Return a piece with its subscript and superscript; primes are superscripts."""
        below: Formula = ()
        above: Formula = ()
        while self.rest and self.rest[-1] in _SCRIPTS:
            mark = self._next()
            if mark == "'":
                above += (Node("symbol", "′"),)
            elif mark == "_" and not below:
                below = self._argument()
            elif mark == "^" and not above:
                above = self._argument()
            else:
                raise UnknownTexError(f"a second {mark}")
        return Node("scripts", parts=((base,), below, above))

    def fraction(self) -> Node:
        r"""Return `\frac{a}{b}`."""
        return Node("fraction", parts=(self._argument(), self._argument()))

    def root(self) -> Node:
        r"""Return `\sqrt{a}` or `\sqrt[3]{a}`."""
        index = self._group("]") if self.rest and self.rest[-1] == "[" else ()
        return Node("root", parts=(self._argument(), index) if index else (self._argument(),))

    def fenced(self) -> Node:
        r"""Return `\left( … \right)`."""
        opening = self._fence()
        inside = self.until((r"\right",))
        if self._next() != r"\right":
            raise UnknownTexError(r"no \right")
        return Node("fenced", parts=(opening, inside, self._fence()))

    def _fence(self) -> Formula:
        mark = self._next()
        if mark == ".":
            return ()
        if mark in r"()[]|/":
            return (Node("symbol", mark),)
        if not mark.startswith("\\"):
            raise UnknownTexError(mark)
        return (self._command(mark),)


_COMMANDS: dict[str, Callable[[_Reader], Node]] = {
    "frac": _Reader.fraction,
    "tfrac": _Reader.fraction,
    "dfrac": _Reader.fraction,
    "sqrt": _Reader.root,
    "left": _Reader.fenced,
}
