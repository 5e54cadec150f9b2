r"""The marks in a text: `{{answer::hint}}` hides words, `\( … \)` and `\[ … \]` are formulas.

Escape a mark with a backslash. Code in backticks is literal.
"""

import re

from flashgen.load.deletions import DEEPEST, NUMBER, TOO_DEEP, Fault, number
from flashgen.load.literal import code_end, fence_end
from flashgen.load.tex import parsed
from flashgen.model.place import Place
from flashgen.model.problem import Problem
from flashgen.model.text import Deletion, Part, Parts, Text

_MARK = re.compile(
    rf"\\.|^ {{0,3}}(?:`{{3,}}|~{{3,}})|`+|\{{\{{(?P<number>{NUMBER.pattern})?|\}}\}}|::",
    re.DOTALL | re.MULTILINE,
)
_SIMPLE = re.compile(r"\{\{([^{}:]+)\}\}")
_ESCAPED = re.compile(r"\\.", re.DOTALL)
_ENDS = {r"\(": r"\)", r"\[": r"\]"}


class _Open:
    """A deletion whose end is not yet read; the outermost is the whole text."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.parts: list[Part] = []
        self.hint: list[str] | None = None
        self.braces = 0

    def add(self, words: str) -> None:
        """Add words, to the hint if one has begun."""
        if self.hint is not None:
            self.hint.append(words)
        elif words:
            self.parts.append(words)

    def deletion(self) -> Deletion:
        """Return the finished deletion."""
        return Deletion(self.number, tuple(self.parts), "".join(self.hint or ()).strip())


def parse(raw: str, place: Place, problems: list[Problem]) -> Text | None:
    """Return a text with its deletions and formulas; None if its marks do not match, which joins the problems."""
    if "{{" not in raw and "}}" not in raw and "\\(" not in raw and "\\[" not in raw:
        return Text((raw,) if raw else (), place)
    if parts := _simple(raw):
        return Text(parts, place)
    reader = _Reader(raw)
    parts = reader.parts()
    problems.extend(Problem(place, *fault) for fault in reader.faults)
    return None if reader.faults else Text(parts, place)


def _simple(raw: str) -> Parts:
    """Return the parts of a text whose only marks are deletions: most are, and this is four times as fast."""
    pieces = _SIMPLE.split(raw)
    if any(mark in raw for mark in "\\`~") or any("{" in words or "}" in words for words in pieces[::2]):
        return ()
    return tuple([Deletion(0, (piece,)) if place % 2 else piece for place, piece in enumerate(pieces) if piece])


class _Reader:
    """Reads one text from mark to mark; `end` is the position reached."""

    def __init__(self, raw: str) -> None:
        self.raw, self.end = raw, 0
        self.stack = [_Open(0)]
        self.faults: list[Fault] = []
        self.never: set[str] = set()

    def parts(self) -> Parts:
        """Return the parts of the whole text; marks that do not match join the faults."""
        while mark := _MARK.search(self.raw, self.end):
            self._words(self.raw[self.end : mark.start()])
            self.end = mark.end()
            self._take(mark)
        self.stack[-1].add(self.raw[self.end :])
        if len(self.stack) > 1:
            self._unbalanced("{{ without }}", "close the deletion with }}, or write \\{\\{ for braces")
        return tuple(self.stack[0].parts)

    def _words(self, words: str) -> None:
        self.stack[-1].add(words)
        self.stack[-1].braces += words.count("{") - words.count("}")

    def _take(self, mark: re.Match[str]) -> None:
        written, top = mark.group(), self.stack[-1]
        if written.startswith("\\"):
            self._escaped(written)
        elif written.startswith("{{"):
            self._open(mark["number"])
        elif written == "}}":
            self._close()
        elif written != "::":
            self._literal(mark)
        elif len(self.stack) > 1 and top.hint is None:
            top.hint = []
        else:
            top.add(written)

    def _open(self, written: str | None) -> None:
        top = self.stack[-1]
        self.stack.append(_Open(number(written, self.faults)))
        if top.hint is not None:
            self._unbalanced("a deletion inside a hint", "close the outer deletion first")
        elif len(self.stack) == DEEPEST + 2:
            self.faults.append(TOO_DEEP)

    def _close(self) -> None:
        if len(self.stack) == 1:
            self._unbalanced("}} without {{", "open the deletion with {{, or write \\}\\} for braces")
        elif self.stack[-1].braces > 0 and self.raw.startswith("}", self.end):
            self._words("}")  # the first of three closing braces belongs to the words
            self.end -= 1
        else:
            deletion = self.stack.pop().deletion()
            if self.stack[-1].hint is None:
                self.stack[-1].parts.append(deletion)

    def _literal(self, mark: re.Match[str]) -> None:
        """Take code literally, or backticks that begin no code."""
        end = fence_end(self.raw, mark.start())
        self.end = max(mark.end(), end if end > mark.start() else code_end(self.raw, mark.start()))
        self.stack[-1].add(self.raw[mark.start() : self.end])

    def _escaped(self, written: str) -> None:
        """Take a formula, or an escaped character."""
        close, top = self._formula_end(written), self.stack[-1]
        if close == self.end:
            top.add(written)
            return
        tex, self.end = self.raw[self.end : close - 2], close
        if top.hint is not None:
            self.faults.append(("unbalanced-cloze", "a formula inside a hint", "write the hint in plain words"))
        top.parts.append(parsed(tex, written == r"\[", len(self.stack) - 1, self.faults))

    def _formula_end(self, opening: str) -> int:
        """Return the end of a formula; the position reached if none begins."""
        closing = _ENDS.get(opening)
        if closing is None or closing in self.never:
            return self.end
        escapes = _ESCAPED.finditer(self.raw, self.end)
        end = next((escape.end() for escape in escapes if escape.group() == closing), None)
        if end is None:
            self.never.add(closing)
        return end or self.end

    def _unbalanced(self, message: str, hint: str) -> None:
        self.faults.append(("unbalanced-cloze", message, hint))
