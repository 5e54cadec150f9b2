"""Texts into runs: words with their marks, as values, for outputs that are not HTML; Markdown by markdown-it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flashgen.load.markdown import inline_parser
from flashgen.model.text import Deletion, Items, Math, Parts, Text
from flashgen.render.formula import Formula, UnknownTexError, formula
from flashgen.render.guard import words_in

if TYPE_CHECKING:
    from markdown_it.token import Token

GAP, ANSWER = "gap", "answer"

PICTURE = "\x00"
"""Stands for an image among runs; no text has this letter."""

_MARK = re.compile(r"[\\`*_\[\]<&\n]")
_SLOT = re.compile("\x01([0-9]+)\x02")
_BLANKS = re.compile(r"[ \t\r\f\v]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look the same; a line feed in them ends a line.

    `mark` tells that they are a GAP to be filled or an ANSWER. A formula has its tree; one that cannot be set has a
    `fault` in its place.
    """

    words: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""
    language: str = ""
    mark: str = ""
    formula: Formula = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Hiding:
    """The deletions that a card asks for, by number; all others are open. On a back, the answers are shown."""

    numbers: frozenset[int] = frozenset()
    shown: bool = False


OPEN = Hiding()
Line = tuple[Run, ...]
Rows = tuple[Line, ...]
"""An ordered list inside a text, a line for each item."""


def line(text: Text | None, language: str, hiding: Hiding = OPEN) -> Line:
    """Return a text as one line of runs; `language` is that of words in letters of their own."""
    return tuple(run for run in pieces(text, language, hiding) if isinstance(run, Run)) if text else ()


def pieces(text: Text, language: str, hiding: Hiding = OPEN) -> tuple[Run | Rows, ...]:
    """Return a text as runs and, between them, ordered lists, a line for each item."""
    writer = Writer("" if text.language else language, hiding)
    return tuple(joined(writer.parts(text.parts, Run("", language=text.language))))


def joined(pieces: Iterator[Run | Rows]) -> Iterator[Run | Rows]:
    """Yield pieces with neighbours of one look as one, and blanks as one blank."""
    last: Run | None = None
    for piece in pieces:
        if isinstance(piece, Run) and last and _alike(last, piece):
            last = replace(last, words=last.words + piece.words)
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
    return plain and replace(one, words="") == replace(other, words="")


def _tidied(run: Run) -> Run:
    return run if run.formula or run.code else replace(run, words=_BLANKS.sub(" ", run.words))


Kept = Math | Deletion | Items | Text


def slotted(parts: Parts) -> tuple[str, list[Kept]]:
    """Return parts as Markdown, and what is no Markdown: it waits in numbered slots until the Markdown is done."""
    kept = [part for part in parts if not isinstance(part, str)]
    count = iter(range(len(kept)))
    return "".join([part if isinstance(part, str) else f"\x01{next(count)}\x02" for part in parts]), kept


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes parts; `language` is that of words in letters of their own."""

    language: str
    hiding: Hiding

    def parts(self, parts: Parts, look: Run) -> Iterator[Run | Rows]:
        """Yield parts as runs and lists."""
        marked, kept = slotted(parts)
        runs = _inline(marked, look) if _MARK.search(marked) else [replace(look, words=marked)]
        return self.filled(runs, kept)

    def filled(self, runs: Iterable[Run], kept: Sequence[Kept]) -> Iterator[Run | Rows]:
        """Yield runs with what was kept in the place of each slot, and foreign words marked."""
        for run in runs:
            for place, said in enumerate(_SLOT.split(run.words)):
                if place % 2:
                    yield from self._kept(kept[int(said)], replace(run, words=""))
                elif said:
                    yield from self._worded(replace(run, words=said))

    def _kept(self, part: Kept, look: Run) -> Iterator[Run | Rows]:
        if isinstance(part, Text):
            inner = replace(self, language="") if part.language else self
            yield from inner.parts(part.parts, replace(look, language=part.language or look.language))
        elif isinstance(part, Math):
            yield _formula(part.tex, look)
        elif isinstance(part, Items):
            yield tuple(self._row(row, look) for row in part.rows)
        else:
            yield from self._deletion(part, look)

    def _row(self, row: Parts, look: Run) -> Line:
        if look.mark == GAP:
            return (replace(look, words="…"),)
        if look.mark == ANSWER:  # the whole list is one: to underline all would show nothing
            look = replace(look, mark="", bold=True)
        return tuple(run for run in joined(self.parts(row, look)) if isinstance(run, Run))

    def _deletion(self, part: Deletion, look: Run) -> Iterator[Run | Rows]:
        if part.number not in self.hiding.numbers or look.mark:
            yield from self.parts(part.parts, look)
        elif self.hiding.shown:
            yield from self.parts(part.parts, replace(look, mark=ANSWER))
        elif any(isinstance(inner, Items) for inner in part.parts):
            yield from self.parts(part.parts, replace(look, mark=GAP))
        else:
            yield replace(look, words=part.hint or "…", mark=GAP)

    def _worded(self, run: Run) -> Iterator[Run]:
        """Yield words with those in the letters of the other language as runs of their own."""
        found = words_in(self.language) if self.language and not run.words.isascii() else None
        end = 0
        for foreign in found.finditer(run.words) if found else ():
            if foreign.start() > end:
                yield replace(run, words=run.words[end : foreign.start()])
            yield replace(run, words=foreign.group(), language=self.language)
            end = foreign.end()
        if end < len(run.words):
            yield replace(run, words=run.words[end:])


def _formula(tex: str, look: Run) -> Run:
    try:
        return replace(look, words=tex.strip(), formula=formula(tex))
    except UnknownTexError as error:
        return replace(look, words=tex.strip(), fault=str(error))


def _inline(marked: str, look: Run) -> list[Run]:
    """Return the runs of inline Markdown; without its links where one would swallow a slot in its address or title."""
    runs = token_runs(inline_parser().parseInline(marked)[0].children or [], look)
    if _SLOT.findall("".join(run.words for run in runs)) == _SLOT.findall(marked):
        return runs
    return token_runs(inline_parser(links=False).parseInline(marked)[0].children or [], look)


def token_runs(tokens: "list[Token]", look: Run) -> list[Run]:
    """Return the runs of parsed inline Markdown that begins with some look; for an image, one of PICTURE."""
    runs, looks = [], [look]
    for token in tokens:
        name, _, end = token.type.partition("_")
        if end == "close":
            looks.pop()
        elif token.type == "link_open":
            looks.append(replace(looks[-1], link=_SLOT.sub("…", str(token.attrs["href"]))))
        elif end == "open":
            top = looks[-1]
            looks.append(replace(top, bold=top.bold or name == "strong", italic=top.italic or name == "em"))
        elif token.type == "code_inline":
            runs.append(replace(looks[-1], words=token.content, code=True))
        elif token.type in ("softbreak", "hardbreak"):
            runs.append(replace(looks[-1], words="\n" if token.type == "hardbreak" else " "))
        else:
            runs.append(replace(looks[-1], words=PICTURE if token.type == "image" else token.content))
    return runs
