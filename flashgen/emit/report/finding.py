"""A finding as people read it: what is wrong, where, the line with the fault underlined, the cure, and why.

    error[page-out-of-range]: Tucker 1999 has no page 198
     --> decks/small/06-pattern.yaml:6:11
      |
    6 |     page: 198
      |           ^^^
      |
      = help: its pages run from 89 to 98
      = note: Nobody could look the fact up

A failure of the world has the same face, without a place.
"""

from collections.abc import Iterator, Mapping

from click import style

from flashgen.emit.report.columns import ENDLESS, wrapped
from flashgen.emit.report.snippet import snippet
from flashgen.model.findings import Findings
from flashgen.model.problem import Problem, Severity
from flashgen.model.shown import shown

COLOURS: Mapping[Severity, str] = {"error": "red", "warning": "yellow", "note": "blue"}

_WIDEST = 140
"""Columns of a line of a file where there is no terminal."""

_NARROWEST = 20
"""Columns of a line of a file on the narrowest terminal."""

_DEEPEST = 9
"""Columns by which a headline may be indented where it goes on."""


def finding(problem: Problem, found: Findings, width: int, why: str) -> Iterator[str]:
    """Yield the lines of a finding on a terminal of a width; `why` may be blank."""
    place = problem.place
    line, margin = found.line(problem), len(str(place.line))
    yield headline(problem.severity, problem.message, width, problem.rule)
    yield f"{' ' * margin}{_ruled('-->')} {shown(found.seen(place.path))}:{place.line}:{place.column}"
    if line:
        yield from _underlined(problem, line, width)
    yield advice("help", problem.hint, width, margin)
    if why:
        yield advice("note", why, width, margin)


def headline(severity: Severity, message: str, width: int, rule: str = "") -> str:
    """Return what is wrong, behind its severity and its rule."""
    name = f"{severity}[{rule}]" if rule else severity
    lead = f"{style(name, fg=COLOURS[severity], bold=True)}{style(':', bold=True)} "
    return wrapped(style(_plain(message), bold=True), width, lead, " " * min(len(f"{name}: "), _DEEPEST))


def advice(name: str, words: str, width: int, margin: int = 1) -> str:
    """Return what helps, or why it matters, behind a margin as wide as the number of a line."""
    lead = f"{' ' * margin} {_ruled('=')} {style(name, bold=True)}: "
    return wrapped(_plain(words), width, lead, " " * (margin + len(f" = {name}: ")))


def _underlined(problem: Problem, line: str, width: int) -> Iterator[str]:
    """Yield the line of a problem, and marks below what is at fault."""
    number = str(problem.place.line)
    margin, bar = " " * len(number), _ruled("|")
    columns = max((_WIDEST if width == ENDLESS else width) - len(f"{number} | "), _NARROWEST)
    part = snippet(line, problem.place.column, problem.length, columns)
    marks = style("^" * part.length, fg=COLOURS[problem.severity], bold=True)
    yield f"{margin} {bar}"
    yield f"{_ruled(number)} {bar} {part.part}"
    yield f"{margin} {bar} {' ' * part.before}{marks}"
    yield f"{margin} {bar}"


def _ruled(mark: str) -> str:
    return style(mark, fg="blue", bold=True)


def _plain(words: str) -> str:
    return shown(" ".join(words.split()))
