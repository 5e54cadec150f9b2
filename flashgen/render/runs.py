"""Render text as runs (words with their style) for outputs other than HTML."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from flashgen.model.text import Deletion, Items, Math, Part, Parts, Text
from flashgen.render.formula import formula
from flashgen.render.guard import words_in
from flashgen.render.hiding import ANSWER_TEX, GAP_TEX, OPEN, Hiding, shown_tex
from flashgen.render.inline import ANSWER, GAP, Run, inline_runs, worded
from flashgen.render.mathtree import UnknownTexError
from flashgen.render.slots import SLOT, Kept, slotted

_MARK = re.compile(r"[\\`*_\[\]<&\n]")
_COMMAND = re.compile(ANSWER_TEX)
_GAP = re.compile(rf"{GAP_TEX}\{{((?:[^{{}}]|\{{[^{{}}]*\}})*)\}}")
_BLANKS = re.compile(r"[ \t\r\f\v]+")


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list inside a text, one line per item."""

    lines: tuple[Line, ...]
    ordered: bool


def line(text: Text | None, language: str, hiding: Hiding = OPEN) -> Line:
    """Return a text as one line of runs; `language` is the one whose script marks foreign words."""
    return tuple(run for run in pieces(text, language, hiding) if isinstance(run, Run)) if text else ()


def pieces(text: Text, language: str, hiding: Hiding = OPEN) -> tuple[Run | Listed, ...]:
    """Return a text as runs and lists."""
    writer = Writer("" if text.language else language, hiding)
    return tuple(joined(writer.parts(_opened(text.parts, hiding), Run("", language=text.language))))


def _opened(parts: Parts, hiding: Hiding) -> Parts:
    """Return parts with visible deletions as plain words, if nothing is Markdown: the fast path."""
    plain = [part if isinstance(part, str) else _in_sight(part, hiding) for part in parts]
    if _MARK.search("".join([part for part in plain if isinstance(part, str)])):
        return parts
    whole: list[Part] = []
    words: list[str] = []
    for part in plain:
        if isinstance(part, str):
            words.append(part)
        else:
            whole += ["".join(words), part]
            words = []
    whole.append("".join(words))
    return tuple(whole)


def _in_sight(part: Part, hiding: Hiding) -> Part:
    """Return the words of a deletion that the card does not ask for, or the part unchanged."""
    if not isinstance(part, Deletion) or part.number in hiding.numbers:
        return part
    if len(part.parts) == 1 and isinstance(part.parts[0], str):
        return part.parts[0]
    inner = _opened(part.parts, hiding)
    return inner[0] if len(inner) == 1 and isinstance(inner[0], str) else part


def joined(pieces: Iterator[Run | Listed]) -> Iterator[Run | Listed]:
    """Yield pieces, merging adjacent runs of the same style and adjacent white space."""
    last: Run | None = None
    for piece in pieces:
        if isinstance(piece, Run) and last and _alike(last, piece):
            last = worded(last, last.words + piece.words)
            continue
        if last:
            yield _tidied(last)
        last = piece if isinstance(piece, Run) else None
        if not isinstance(piece, Run):
            yield piece
    if last:
        yield _tidied(last)


def _alike(one: Run, other: Run) -> bool:
    plain = not (one.formula or other.formula or one.fault or other.fault or GAP in (one.mark, other.mark))
    return plain and worded(one, "") == worded(other, "")


def _tidied(run: Run) -> Run:
    return run if run.formula or run.code else worded(run, _BLANKS.sub(" ", run.words))


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes parts as runs; `language` is the one whose script marks foreign words."""

    language: str
    hiding: Hiding

    def parts(self, parts: Parts, look: Run) -> Iterator[Run | Listed]:
        """Yield parts as runs and lists."""
        marked, kept = slotted(parts)
        runs = inline_runs(marked, look) if _MARK.search(marked) else [worded(look, marked)]
        return self.filled(runs, kept)

    def filled(self, runs: Iterable[Run], kept: Sequence[Kept]) -> Iterator[Run | Listed]:
        """Yield runs with slots filled by the kept parts and foreign words marked."""
        for run in runs:
            for place, words in enumerate(SLOT.split(run.words)):
                if place % 2:
                    yield from self._kept(kept[int(words)], worded(run, ""))
                elif words:
                    yield from self._worded(worded(run, words))

    def _kept(self, part: Kept, look: Run) -> Iterator[Run | Listed]:
        if isinstance(part, Text):
            inner = replace(self, language="") if part.language else self
            yield from inner.parts(part.parts, replace(look, language=part.language or look.language))
        elif isinstance(part, Math):
            yield _formula(part, look, OPEN if look.mark else self.hiding)
        elif isinstance(part, Items):
            yield Listed(tuple([self._row(row, look) for row in part.rows]), part.ordered)
        else:
            yield from self._deletion(part, look)

    def _row(self, row: Parts, look: Run) -> Line:
        if look.mark == GAP:
            return (replace(look, words="…"),)
        if look.mark == ANSWER:  # the whole list is the answer: underlining all of it would not stand out
            look = replace(look, mark="", bold=True)
        return tuple(run for run in joined(self.parts(row, look)) if isinstance(run, Run))

    def _deletion(self, part: Deletion, look: Run) -> Iterator[Run | Listed]:
        if part.number not in self.hiding.numbers or look.mark:
            yield from self.parts(part.parts, look)
        elif self.hiding.shown:
            yield from self.parts(part.parts, replace(look, mark=ANSWER))
        elif any(isinstance(inner, Items) for inner in part.parts):
            yield from self.parts(part.parts, replace(look, mark=GAP))
        else:
            yield replace(look, words=_plain(part.hint) or "…", mark=GAP)

    def _worded(self, run: Run) -> Iterator[Run]:
        """Yield words, with those in the other language's script as separate runs."""
        pattern = words_in(self.language) if self.language and not run.words.isascii() else None
        end = 0
        for foreign in pattern.finditer(run.words) if pattern else ():
            if foreign.start() > end:
                yield replace(run, words=run.words[end : foreign.start()])
            yield replace(run, words=foreign.group(), language=self.language)
            end = foreign.end()
        if end < len(run.words):
            yield worded(run, run.words[end:])


def _plain(hint: str) -> str:
    """Return a hint without its markup, since a blank has one style."""
    return "".join(run.words for run in inline_runs(hint, Run("")))


def _formula(part: Math, look: Run, hiding: Hiding) -> Run:
    tex = shown_tex(part.parts, hiding)
    words = _COMMAND.sub("", tex) if hiding.shown else _GAP.sub(r"[\g<1>]", tex)
    look = replace(look, words=words.strip(), display=part.display)
    try:
        return replace(look, formula=formula(tex, part.display))
    except UnknownTexError as error:
        return replace(look, fault=str(error))
