r"""Deletions in a formula: `\( {{a+b}} = c \)`.

TeX has double braces of its own: `{{n}\choose k}`, `{{}}^{14}C`, `\frac{{a}}{b}`, `x^{{2}}`. So two braces hide what is
between them only where they open and close together, hold something, and do not follow a command that takes an
argument, a script, or the end of an argument. With a number they hide it anywhere, as in `x^{{c1::2}}`, and the card
groups it for the command; with a space between the braces they never do, as in `{ {a} }`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flashgen.load.deletions import DEEPEST, NUMBER, TOO_DEEP, Fault, number
from flashgen.model.text import Deletion, Math, Part, Parts

_MARK = re.compile(r"\\.|[{}]|::", re.DOTALL)
_BEFORE = re.compile(r"(?:\\(?P<name>[A-Za-z]+)\*?|(?<!\\)[\^_}\]])\s*$")
_NEW_LINE = re.compile(r"\\\\\s*$")
_INNER = re.compile(rf"\{{{NUMBER.pattern}")
_LONGEST_BEFORE = 60
_OPEN: Fault = ("unbalanced-cloze", "{{ without }}", "close the deletion with }}; for braces of the formula, write { {")

_NAMES = """
Aboxed Bbb Bra Braket Ket Set acute bar bcancel begin binom boldsymbol boxed bra braket breve buildrel cancel cancelto
ce cfrac check clap color colorbox cramped crampedsubstack dbinom ddddot dddot ddot dfrac dot enclose end fbox
fcolorbox frac frame framebox genfrac grave hat hbox hphantom hskip hspace ket llap mathring mbox mod mspace
operatorname overbrace overbracket overleftarrow overleftrightarrow overline overparen overrightarrow overset
overunderset phantom pmb pmod pod prescript pu raise rlap rule set sideset skew smash splitdfrac splitfrac sqrt
shoveleft shoveright stackbin stackrel substack tag tbinom text tfrac tilde underbrace underbracket underleftarrow
underleftrightarrow underline underparen underrightarrow underset vcenter vec vphantom widehat widetilde xcancel
"""
_TAKING = frozenset(_NAMES.split())
_TAKING_FAMILY = re.compile(r"(?:math(?!strut)|text(?!style)|sym|x(?=.*(?:arrow|harpoon|mapsto|equal)))[A-Za-z]+")
"""Commands of MathJax that take an argument."""


@dataclass(frozen=True, slots=True)
class _Double:
    """Two braces that open at a spot and close together at another, with their number as it is written, if any.

    `is_taken` is whether a command or a script takes them, `is_triple` whether a third brace follows.
    """

    start: int
    close: int
    number: str | None
    is_taken: bool
    is_triple: bool


def parsed(tex: str, display: bool, level: int, faults: list[Fault]) -> Math:
    """Return a formula with its deletions, `level` deletions deep; what is wrong with them joins the faults."""
    return Math(tuple(_parts(tex, level, faults)), display)


def unclear(tex: str) -> Iterator[str]:
    """Yield the double braces of a formula that may be meant to hide something, and do not."""
    taken = [double for double in _doubles(tex, []) if double.is_taken and not (double.number or double.is_triple)]
    yield from [tex[double.start : double.close + 2] for double in taken]


def _parts(tex: str, level: int, faults: list[Fault]) -> Iterator[Part]:
    end, behind = 0, ""
    for double in _doubles(tex, faults):
        if double.start < end or (double.is_taken and not double.number):
            continue
        before = behind + tex[end : double.start] + _guard(_before(tex, double.start), double.is_taken)
        if before:
            yield before
        if level == DEEPEST:
            faults.append(TOO_DEEP)
        yield _deletion(tex[double.start + 2 : double.close], double.number, level + 1, faults)
        end, behind = double.close + 2, "}" if double.is_taken else ""
    if rest := behind + tex[end:]:
        yield rest


def _guard(before: str, is_taken: bool) -> str:
    r"""Return what must stand between TeX and a blank, which begins with [: `\\[` would be another command."""
    if is_taken:
        return "{"
    return "{}" if _NEW_LINE.search(before) else ""


def _deletion(inside: str, written: str | None, level: int, faults: list[Fault]) -> Deletion:
    tex = inside[len(written or "") :]
    end = _hint_start(tex)
    hint = tex[end + 2 :].strip() if end < len(tex) else ""
    inner: Parts = tuple(_parts(tex[:end], level, faults)) if level <= DEEPEST else ()
    return Deletion(number(written, faults), (Math(inner, inside=True),), hint)


def _hint_start(tex: str) -> int:
    """Return where the `::` of a hint stands outside of braces; the end of the TeX without a hint."""
    depth = 0
    for mark in _MARK.finditer(tex):
        depth += {"{": 1, "}": -1}.get(mark.group(), 0)
        if mark.group() == "::" and not depth:
            return mark.start()
    return len(tex)


def _doubles(tex: str, faults: list[Fault]) -> Iterator[_Double]:
    """Yield the double braces that may hide something, in order; a number in others joins the faults."""
    ends = _ends(tex)
    for start in sorted(start for start in ends if tex[start + 1 : start + 2] == "{"):
        close, written = ends.get(start + 1, -1), NUMBER.match(tex, start + 2)
        if close < 0 or ends[start] != close + 1:
            faults.extend([_OPEN] if written else ())
        elif written or (tex[start + 2 : close].strip() and not _INNER.match(tex, start + 2)):
            taken = _is_taken(_before(tex, start))
            yield _Double(start, close, written.group() if written else None, taken, tex[start + 2] == "{")


def _before(tex: str, start: int) -> str:
    return tex[max(0, start - _LONGEST_BEFORE) : start]


def _is_taken(before: str) -> bool:
    """Tell whether TeX takes a brace behind this for an argument or a script."""
    found = _BEFORE.search(before)
    name = found["name"] if found else None
    return bool(found) and (name is None or name in _TAKING or bool(_TAKING_FAMILY.fullmatch(name)))


def _ends(tex: str) -> dict[int, int]:
    """Return the spot of each brace that opens, with that of the one that closes it; -1 if none does."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for mark in _MARK.finditer(tex):
        if mark.group() == "{":
            opened.append(mark.start())
            ends[mark.start()] = -1
        elif mark.group() == "}" and opened:
            ends[opened.pop()] = mark.start()
    return ends
