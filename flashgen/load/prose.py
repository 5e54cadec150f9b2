"""Which letters of a Markdown text are prose: not those of code, addresses and marks, nor what a backslash keeps."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from flashgen.load.markdown import prose_parser

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

Span = tuple[int, int]
"""Where words begin in a text, and where they end."""

_MARK = re.compile(r"[\\`*_\[\]<&\n]")
_RUN = re.compile(r"(?:[^\\`*_\[\]<&\n!]|!(?!\[))+")


def prose(marked: str, has_blocks: bool) -> list[list[Span]]:
    """Return where the prose of each paragraph stands in Markdown."""
    if has_blocks:
        return [*_in_blocks(marked)]
    return [_spans(marked, prose_parser(False, _noted), {}) if _MARK.search(marked) else [(0, len(marked))]]


def _spans(marked: str, parser: "MarkdownIt", known: "EnvType") -> list[Span]:
    spans: list[Span] = []
    parser.inline.parse(marked, parser, {**known, "whole": marked, "spans": spans}, [])
    return spans


def _noted(state: "StateInline", silent: bool) -> bool:
    """Note words that mean nothing to Markdown; those of an image stand in a text of their own."""
    run = _RUN.match(state.src, state.pos, state.posMax)
    if run and not silent and state.src == state.env["whole"]:
        state.env["spans"].append(run.span())
    state.pos = run.end() if run else state.pos
    return bool(run)


def _in_blocks(marked: str) -> Iterator[list[Span]]:
    """Yield the prose of each paragraph, heading and item."""
    parser, known, tokens = prose_parser(True, _noted), dict[str, Any](), list["Token"]()
    parser.block.parse(marked, parser, known, tokens)
    lines = marked.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for token in tokens:
        if token.type == "inline" and token.map:
            spans = _spans(token.content, parser, known)
            moved = _moved(spans, token.content, lines, token.map[0])
            yield [(starts[line] + first, starts[line] + end) for line, first, end in moved]


def _moved(spans: list[Span], content: str, lines: list[str], line: int) -> Iterator[tuple[int, int, int]]:
    """Yield pieces of a paragraph's content as lines and columns; `line` is where it begins."""
    begin = 0
    for said in content.split("\n"):
        words, end = said.lstrip(), begin + len(said)
        start = end - len(words)  # a tab before the words may have become spaces
        column = lines[line].rindex(words) - start
        own = [(max(first, start), last) for first, last in spans if begin <= first < end and last > start]
        yield from [(line, column + first, column + last) for first, last in own]
        begin, line = end + 1, line + 1
