"""Find what no line ends in: short compounds, such as "Five-Year", and short blanks, such as "[what kind]"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from flashgen.emit.paper.breaks import HAN, UNSPACED
from flashgen.emit.paper.typography import OF_NONE
from flashgen.render.inline import GAP, Run
from flashgen.render.runs import Line

_SIDE, _WHOLE = 14, 28
"""The most letters beside a hyphen, with marks such as brackets, and of a compound: a longer one may break."""

_HYPHEN = "\u002d\u2010\u2013\u05be"
_PIECE = re.compile(rf"[^\s\u200b/—\ufffc{HAN}{UNSPACED}]+")
_COMPOUND = re.compile(rf"(?=.{{2,{_WHOLE}}}$)[^{_HYPHEN}]{{0,{_SIDE}}}(?:[{_HYPHEN}][^{_HYPHEN}]{{1,{_SIDE}}})+")
_OPAQUE, _TIED = "\ufffc", "\ufffb"
"""Stand for a letter of what is no prose (a formula, code, an address), and for a space in a blank."""

_KEPT = re.compile(f"[{_HYPHEN}{_TIED}]")


def compounded(runs: Line) -> Iterator[tuple[Line, bool]]:
    """Yield each run alone, and those of a compound or blank together; and whether they are one."""
    said = "".join([_read(run) for run in runs])
    found = [piece.span() for piece in _PIECE.finditer(said) if _is_kept(piece[0])] if _KEPT.search(said) else []
    if not found:
        yield from (((run,), False) for run in runs)
        return
    end = 0
    for start, stop in [*found, (len(said), len(said))]:
        yield from (((run,), False) for run in _between(runs, end, start))
        if start < stop:
            yield tuple(_between(runs, start, stop)), True
        end = stop


def _is_kept(piece: str) -> bool:
    return bool(_COMPOUND.fullmatch(piece)) or (_TIED in piece and len(piece) <= _WHOLE)


def _read(run: Run) -> str:
    if run.mark == GAP and len(run.words) <= _WHOLE and not run.formula:
        return run.words.replace(" ", _TIED)
    is_prose = not (run.formula or run.code or run.language == OF_NONE)
    return run.words if is_prose else _OPAQUE * len(run.words)


def _between(runs: Line, start: int, stop: int) -> Iterator[Run]:
    """Yield the runs between two places in all their words."""
    ends = accumulate(len(run.words) for run in runs)
    for run, end in zip(runs, ends, strict=True):
        first = end - len(run.words)
        if first < stop and end > start:
            words = run.words[max(0, start - first) : stop - first]
            yield run if words == run.words else replace(run, words=words)
