r"""The marks inside a text: `{{answer::hint}}` hides words, `\( … \)` is a formula, a backslash keeps marks as text."""

import re

from flashgen.model.place import Place
from flashgen.model.problem import Problem
from flashgen.model.text import Deletion, Math, Part, Parts, Text

HIGHEST = 500
"""The highest number that a deletion may have: Anki makes no card for a higher one."""

DEEPEST = 3
"""How many deletions may stand inside one another."""

_MARK = re.compile(r"\\.|\{\{(?P<number>\s*[cC\u0441\u0421]\s*[0-9]+\s*::?)?|\}\}|::", re.DOTALL)
_SIMPLE = re.compile(r"\{\{([^{}:]+)\}\}")
_ESCAPE = re.compile(r"\\([!-'*-/:-@\[-`{-~])")
_NUMBERED = re.compile(r"\{\{c[0-9]+::")


class _Open:
    """A deletion whose end is not yet read; the outermost stands for the whole text."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.parts: list[Part] = []
        self.hint: list[str] | None = None

    def add(self, said: str) -> None:
        """Add words: to the hint where one has begun."""
        if self.hint is not None:
            self.hint.append(said)
        elif said:
            self.parts.append(said)

    def closed(self) -> Deletion:
        """Return the finished deletion."""
        hint = _ESCAPE.sub(r"\1", "".join(self.hint or ())).strip()
        return Deletion(self.number, tuple(self.parts), hint)


def parse(raw: str, place: Place, problems: list[Problem]) -> Text | None:
    """Return a text with its deletions and formulas, or None where its marks do not fit together; problems tell why."""
    if "{{" not in raw and "}}" not in raw and "\\(" not in raw:
        return Text((raw,) if raw else (), place)
    if parts := _simple(raw):
        return Text(parts, place)
    faults: list[tuple[str, str, str]] = []
    parts = _parts(raw, faults)
    problems.extend(Problem(place, *said) for said in faults)
    return None if faults else Text(parts, place)


def _simple(raw: str) -> Parts:
    """Return the parts of a text that hides words and does nothing else: most do, and this is four times as fast."""
    pieces = _SIMPLE.split(raw)
    if "\\" in raw or any("{" in words or "}" in words for words in pieces[::2]):
        return ()
    return tuple([Deletion(0, (said,)) if place % 2 else said for place, said in enumerate(pieces) if said])


def _parts(raw: str, faults: list[tuple[str, str, str]]) -> Parts:
    stack, end, last = [_Open(0)], 0, raw.rfind(r"\)")
    while mark := _MARK.search(raw, end):
        stack[-1].add(raw[end : mark.start()])
        end = mark.end()
        if mark.group() == r"\(" and end <= last and stack[-1].hint is None:
            close = raw.index(r"\)", end)
            stack[-1].parts.append(_formula(raw[end:close], faults))
            end = close + 2
        else:
            _take(mark, stack, faults)
    stack[-1].add(raw[end:])
    if len(stack) > 1:
        faults.append(("unbalanced-cloze", "{{ without }}", "close the deletion with }}, or write \\{\\{ for braces"))
    return tuple(stack[0].parts)


def _take(mark: re.Match[str], stack: list[_Open], faults: list[tuple[str, str, str]]) -> None:
    said, top = mark.group(), stack[-1]
    if said.startswith("{{"):
        stack.append(_Open(_number(mark["number"], faults)))
        if top.hint is not None:
            faults.append(("unbalanced-cloze", "a deletion inside a hint", "close the outer deletion first"))
        elif len(stack) == DEEPEST + 2:
            faults.append(
                ("unbalanced-cloze", f"more than {DEEPEST} deletions inside one another", "write two entries")
            )
    elif said == "}}" and len(stack) == 1:
        faults.append(("unbalanced-cloze", "}} without {{", "open the deletion with {{, or write \\}\\} for braces"))
    elif said == "}}":
        _close(stack)
    elif said == "::" and len(stack) > 1 and top.hint is None:
        top.hint = []
    else:
        top.add(said)


def _close(stack: list[_Open]) -> None:
    deletion = stack.pop().closed()
    if stack[-1].hint is None:
        stack[-1].parts.append(deletion)


def _formula(tex: str, faults: list[tuple[str, str, str]]) -> Math:
    if _NUMBERED.search(tex):
        faults.append(("unbalanced-cloze", "a deletion inside a formula", "put the whole formula between {{ and }}"))
    return Math(tex)


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
