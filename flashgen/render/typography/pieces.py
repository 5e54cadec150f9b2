"""The prose of a text in pieces, as they are read, and the text with others in their place."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from flashgen.load.prose import prose
from flashgen.model.text import Deletion, Items, Part, Parts, Text, words
from flashgen.render.slots import SLOT, Kept, slotted

OPAQUE = "\ufffc"
"""Stands for what is no prose: a formula, code, words in another language."""

BREAK = "\v"
"""Stands between paragraphs, and between the items of a list."""

_LINK = re.compile(r"\](?:\(.*\)|\[[^\]]*\])", re.DOTALL)
_OPAQUE = re.compile(r"[`<&\x01]|\\[^\n]")
_READ_AS = str.maketrans({"[": "(", "]": ")", "\n": " ", "*": "", "_": "", "\\": ""})


@dataclass(frozen=True, slots=True)
class Pieces:
    """Hands each piece of a text to `seen`, in reading order, and puts what this returns in its place.

    What stands between pieces is handed over too, as it reads, and kept. `apart` sets parts that are read on their own,
    given their language: hints, and words in another language than `language`.
    """

    language: str
    seen: Callable[[str], str]
    apart: Callable[[Parts, str], Parts]

    def parts(self, parts: Parts, has_blocks: bool = False) -> Parts:
        """Return parts with their prose replaced."""
        marked, kept = slotted(parts)
        return tuple(_joined(self._replaced(marked, kept, has_blocks)))

    def _replaced(self, marked: str, kept: list[Kept], has_blocks: bool) -> Iterator[Part]:
        for piece, is_prose in self._pieces(marked, has_blocks):
            for place, said in enumerate(SLOT.split(piece)):
                if place % 2:
                    part = kept[int(said)]
                    yield self._kept(part) if is_prose else part
                else:
                    yield self.seen(said) if is_prose else said

    def _pieces(self, marked: str, has_blocks: bool) -> Iterator[tuple[str, bool]]:
        """Yield the pieces of Markdown, and whether they are prose."""
        end = 0
        for number, paragraph in enumerate(prose(marked, has_blocks)):
            for place, (start, stop) in enumerate(paragraph):
                self.seen(_read_as(marked[end:start]))
                self.seen(BREAK if number and not place else "")
                yield from ((marked[end:start], False), (marked[start:stop], True))
                end = stop
        self.seen(_read_as(marked[end:]))
        yield marked[end:], False

    def _kept(self, part: Kept) -> Part:
        if isinstance(part, Deletion):
            hint = part.hint if part.is_in_formula else words(self.apart((part.hint,), self.language))
            return replace(part, parts=self.parts(part.parts), hint=hint)
        if isinstance(part, Items):
            return replace(part, rows=tuple(map(self._row, part.rows)))
        if isinstance(part, Text) and part.language in ("", self.language):
            return replace(part, parts=self.parts(part.parts))
        self.seen(OPAQUE)
        return replace(part, parts=self.apart(part.parts, part.language)) if isinstance(part, Text) else part

    def _row(self, row: Parts) -> Parts:
        self.seen(BREAK)
        return self.parts(row)


def _read_as(between: str) -> str:
    """Return how marks read to those beside them: code as a word, a link as its words in parentheses."""
    said = _LINK.sub("]", between)
    return OPAQUE if _OPAQUE.search(said) else said.translate(_READ_AS)


def _joined(parts: Iterator[Part]) -> Iterator[Part]:
    """Yield parts, those that are words as one."""
    for is_words, some in groupby(parts, key=lambda part: isinstance(part, str)):
        if not is_words:
            yield from some
        elif said := "".join(part for part in some if isinstance(part, str)):
            yield said
