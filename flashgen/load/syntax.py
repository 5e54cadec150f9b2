r"""The marks inside a text: `{{answer::hint}}` hides words, `\( … \)` and `\[ … \]` are formulas.

A backslash keeps marks as text, and so do the backticks around code.
"""

import re

from flashgen.load.literal import code_end, fence_end
from flashgen.model.place import Place
from flashgen.model.problem import Problem
from flashgen.model.text import Deletion, Math, Part, Parts, Text

HIGHEST = 500
"""The highest number that a deletion may have: Anki makes no card for a higher one."""

DEEPEST = 3
"""How many deletions may stand inside one another."""

_MARK = re.compile(
    r"\\.|^ {0,3}(?:`{3,}|~{3,})|`+|\{\{(?P<number>\s*[cC\u0441\u0421]\s*[0-9]+(?:\s*,\s*[0-9]+)*\s*::?)?|\}\}|::",
    re.DOTALL | re.MULTILINE,
)
_SIMPLE = re.compile(r"\{\{([^{}:]+)\}\}")
_ESCAPED = re.compile(r"\\.", re.DOTALL)
_HIDING_IN_TEX = re.compile(r"\{\{c[0-9]+::|(?P<before>(?:\\[A-Za-z]+|[\^_}\]])\s*)?\{\{(?:[^{}]|\{[^{}]*\})*\}\}")
_ENDS = {r"\(": r"\)", r"\[": r"\]"}


class _Open:
    """A deletion whose end is not yet read; the outermost stands for the whole text."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.parts: list[Part] = []
        self.hint: list[str] | None = None
        self.braces = 0

    def add(self, said: str) -> None:
        """Add words: to the hint where one has begun."""
        if self.hint is not None:
            self.hint.append(said)
        elif said:
            self.parts.append(said)

    def closed(self) -> Deletion:
        """Return the finished deletion."""
        return Deletion(self.number, tuple(self.parts), "".join(self.hint or ()).strip())


def parse(raw: str, place: Place, problems: list[Problem]) -> Text | None:
    """Return a text with its deletions and formulas, or None where its marks do not fit together; problems tell why."""
    if "{{" not in raw and "}}" not in raw and "\\(" not in raw and "\\[" not in raw:
        return Text((raw,) if raw else (), place)
    if parts := _simple(raw):
        return Text(parts, place)
    reader = _Reader(raw)
    parts = reader.parts()
    problems.extend(Problem(place, *said) for said in reader.faults)
    return None if reader.faults else Text(parts, place)


def _simple(raw: str) -> Parts:
    """Return the parts of a text that hides words and does nothing else: most do, and this is four times as fast."""
    pieces = _SIMPLE.split(raw)
    if any(mark in raw for mark in "\\`~") or any("{" in words or "}" in words for words in pieces[::2]):
        return ()
    return tuple([Deletion(0, (said,)) if place % 2 else said for place, said in enumerate(pieces) if said])


class _Reader:
    """Reads one text from mark to mark; `end` is how far it has got."""

    def __init__(self, raw: str) -> None:
        self.raw, self.end = raw, 0
        self.stack = [_Open(0)]
        self.faults: list[tuple[str, str, str]] = []
        self.never: set[str] = set()

    def parts(self) -> Parts:
        """Return the parts of the whole text; what does not fit is in the faults."""
        while mark := _MARK.search(self.raw, self.end):
            self._words(self.raw[self.end : mark.start()])
            self.end = mark.end()
            self._take(mark)
        self.stack[-1].add(self.raw[self.end :])
        if len(self.stack) > 1:
            self._unbalanced("{{ without }}", "close the deletion with }}, or write \\{\\{ for braces")
        return tuple(self.stack[0].parts)

    def _words(self, said: str) -> None:
        self.stack[-1].add(said)
        self.stack[-1].braces += said.count("{") - said.count("}")

    def _take(self, mark: re.Match[str]) -> None:
        said, top = mark.group(), self.stack[-1]
        if said.startswith("\\"):
            self._escaped(said)
        elif said.startswith("{{"):
            self._open(mark["number"])
        elif said == "}}":
            self._close()
        elif said != "::":
            self._literal(mark)
        elif len(self.stack) > 1 and top.hint is None:
            top.hint = []
        else:
            top.add(said)

    def _open(self, number: str | None) -> None:
        top = self.stack[-1]
        self.stack.append(_Open(_number(number, self.faults)))
        if top.hint is not None:
            self._unbalanced("a deletion inside a hint", "close the outer deletion first")
        elif len(self.stack) == DEEPEST + 2:
            self._unbalanced(f"more than {DEEPEST} deletions inside one another", "write two entries")

    def _close(self) -> None:
        if len(self.stack) == 1:
            self._unbalanced("}} without {{", "open the deletion with {{, or write \\}\\} for braces")
        elif self.stack[-1].braces > 0 and self.raw.startswith("}", self.end):
            self._words("}")  # of three braces that close, the first is the words' own
            self.end -= 1
        else:
            deletion = self.stack.pop().closed()
            if self.stack[-1].hint is None:
                self.stack[-1].parts.append(deletion)

    def _literal(self, mark: re.Match[str]) -> None:
        """Take code as it is, or backticks that begin none."""
        end = fence_end(self.raw, mark.start())
        self.end = max(mark.end(), end if end > mark.start() else code_end(self.raw, mark.start()))
        self.stack[-1].add(self.raw[mark.start() : self.end])

    def _escaped(self, said: str) -> None:
        """Take a formula, or a character behind a backslash."""
        close, top = self._formula_end(said), self.stack[-1]
        if close == self.end:
            top.add(said)
            return
        tex, self.end = self.raw[self.end : close - 2], close
        if top.hint is not None:
            self.faults.append(("unbalanced-cloze", "a formula inside a hint", "write the hint in plain words"))
        if has_deletion(tex):
            self._unbalanced("a deletion inside a formula", "put the whole formula between {{ and }}")
        top.parts.append(Math(tex, said == r"\["))

    def _formula_end(self, opening: str) -> int:
        """Return where a formula ends; where the reader is, if none begins."""
        closing = _ENDS.get(opening)
        if closing is None or closing in self.never:
            return self.end
        found = next((one for one in _ESCAPED.finditer(self.raw, self.end) if one.group() == closing), None)
        if found is None:
            self.never.add(closing)
        return found.end() if found else self.end

    def _unbalanced(self, said: str, hint: str) -> None:
        self.faults.append(("unbalanced-cloze", said, hint))


def has_deletion(tex: str) -> bool:
    r"""Tell whether a formula hides words: TeX may double braces behind a command or script, as in `x^{{2}}`."""
    return any(not found["before"] for found in _HIDING_IN_TEX.finditer(tex))


def _number(written: str | None, faults: list[tuple[str, str, str]]) -> int:
    if written is None:
        return 0
    digits = written.removeprefix("c").removesuffix("::")
    if written == f"c{digits}::" and digits.isdecimal() and len(digits) < 8 and 0 < int(digits) <= HIGHEST:
        return int(digits)
    said = f"{written.strip().rstrip(':')} is not a deletion's number"
    hint = f"write {{{{c1::…}}}} up to {{{{c{HIGHEST}::…}}}}, or leave the number to the tool"
    faults.append(("bad-number", said, hint))
    return 0
