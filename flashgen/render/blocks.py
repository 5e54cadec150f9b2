"""Render text as blocks (paragraphs, lists and pictures) for outputs other than HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias
from unicodedata import normalize
from urllib.parse import unquote

from flashgen.load.markdown import block_parser
from flashgen.model.text import Text
from flashgen.render.hiding import OPEN, Hiding
from flashgen.render.inline import PICTURE, Run, token_runs
from flashgen.render.runs import Line, Listed, Writer, joined, pieces
from flashgen.render.slots import SLOT, Kept, slotted

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that flow as one paragraph."""

    runs: Line


@dataclass(frozen=True, slots=True)
class Rows:
    """A list whose items are blocks; `start` is 0 for an unordered list."""

    items: tuple["Blocks", ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Picture:
    """An image: its file name and its alternative text."""

    name: str
    words: str


Block: TypeAlias = "Paragraph | Rows | Picture"
Blocks: TypeAlias = "tuple[Block, ...]"


def paragraphs(text: Text | None, language: str, hiding: Hiding = OPEN) -> Blocks:
    """Return a text as blocks: its own, or else paragraphs, which lists and display formulas part."""
    if text and text.has_blocks:
        return blocks(text, language)
    result: list[Block] = []
    for kind, group in groupby(pieces(text, language, hiding) if text else (), key=type):
        if kind is Run:
            result += _parted(tuple(run for run in group if isinstance(run, Run)))
        else:
            result += [_rows(listed) for listed in group if not isinstance(listed, Run)]
    return tuple(result)


def _rows(listed: Listed) -> Rows:
    return Rows(tuple([tuple(_parted(line)) for line in listed.lines]), int(listed.ordered))


def _parted(runs: Line) -> Iterator[Paragraph]:
    """Yield runs as paragraphs, each display formula in its own."""
    for display, group in groupby(runs, key=lambda run: run.display):
        inside = list(group)
        if display:
            yield from [Paragraph((run,)) for run in inside]
        elif trimmed := _trimmed(inside) if len(inside) < len(runs) else tuple(inside):
            yield Paragraph(trimmed)


def _trimmed(runs: list[Run]) -> Line:
    """Return runs without white space at either end."""
    first = replace(runs[0], words=runs[0].words.lstrip())
    rest = [first, *runs[1:]]
    rest[-1] = replace(rest[-1], words=rest[-1].words.rstrip())
    return tuple(run for run in rest if run.words)


def blocks(text: Text | None, language: str) -> Blocks:
    """Return a text as blocks; `language` is the one whose script marks foreign words."""
    if text is None:
        return ()
    marked, kept = slotted(text.parts)
    reader = _Reader(block_parser().parse(marked), Writer(language, OPEN), kept)
    return tuple(reader.until(""))


class _Reader:
    """Reads the tokens of parsed Markdown into blocks."""

    def __init__(self, tokens: "Sequence[Token]", writer: Writer, kept: list[Kept]) -> None:
        self.tokens, self.writer, self.kept = iter(tokens), writer, kept

    def until(self, end: str) -> Iterator[Block]:
        """Yield the blocks up to a closing token; block quotes and headings become paragraphs."""
        bold = False
        for token in self.tokens:
            if token.type == end:
                return
            bold = token.type == "heading_open" or (bold and token.type != "heading_close")
            if token.type == "inline":
                yield from self._inline(token, Run("", bold=bold))
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                start = int(token.attrGet("start") or 1) if token.type == "ordered_list_open" else 0
                yield Rows(tuple(self._items(token.type.replace("open", "close"))), start)
            elif token.type in ("fence", "code_block"):
                yield Paragraph(self._runs([Run(token.content.rstrip("\n"), code=True)]))

    def _items(self, end: str) -> Iterator[Blocks]:
        while next(self.tokens).type != end:
            yield tuple(self.until("list_item_close"))

    def _inline(self, token: "Token", look: Run) -> Iterator[Block]:
        """Yield the runs between pictures as paragraphs."""
        children = token.children or []
        pictures = iter([_picture(child) for child in children if child.type == "image"])
        for picture, group in groupby(token_runs(children, look), key=lambda run: run.words == PICTURE):
            if picture:
                yield from [next(pictures) for _ in group]
            elif runs := self._runs(list(group)):
                yield from _parted(runs)

    def _runs(self, runs: list[Run]) -> Line:
        line = [run for run in joined(self.writer.filled(runs, self.kept)) if isinstance(run, Run)]
        return tuple(line) if any(run.words.strip() for run in line) else ()


def _picture(token: "Token") -> Picture:
    words = "".join(inner.content for inner in token.children or ())
    return Picture(normalize("NFC", unquote(str(token.attrs["src"]))), SLOT.sub("…", words))


def bolder(blocks: Blocks) -> Blocks:
    """Return blocks with all words bold."""
    return tuple([_bolder(block) for block in blocks])


def _bolder(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(tuple(replace(run, bold=True) for run in block.runs))
    return Rows(tuple(map(bolder, block.items)), block.start) if isinstance(block, Rows) else block


def lines(blocks: Blocks) -> Iterator[Line]:
    """Yield the runs of each paragraph, also in lists."""
    return (block.runs for block in _flat(blocks) if isinstance(block, Paragraph))


def picture_names(blocks: Blocks) -> Iterator[str]:
    """Yield the file name of each picture, also in lists."""
    return (block.name for block in _flat(blocks) if isinstance(block, Picture))


def _flat(blocks: Blocks) -> Iterator[Block]:
    """Yield blocks; for a list, those of its items."""
    for block in blocks:
        if isinstance(block, Rows):
            for item in block.items:
                yield from _flat(item)
        else:
            yield block
