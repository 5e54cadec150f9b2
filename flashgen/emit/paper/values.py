"""Cards as plain values for the engine: templates read only JSON, so that no word is taken for markup."""

import re
from collections.abc import Iterator
from dataclasses import replace

from flashgen.emit.paper.breaks import SPLIT
from flashgen.emit.paper.compounds import compounded
from flashgen.emit.paper.typography import OF_NONE, typography
from flashgen.emit.paper.widths import likely_width
from flashgen.load.invisible import drawn
from flashgen.render.blocks import Block, Blocks, Paragraph, Picture, lines
from flashgen.render.inline import ANSWER, GAP, Run
from flashgen.render.mathtree import Formula, depth
from flashgen.render.runs import Line

Value = dict[str, object]

_BREAK = re.compile(r"(?<=[/?&=#.])(?=[^/])|(?<=[\w-]{24})(?=[\w-])")
_LONGEST = 8_000
"""The most letters of a string in a PDF: it may have 32,767 bytes, and up to four for each."""

_ENDLESS = 1_000.0

_SMALLEST = {0: 6.0, 1: 8.6, 2: 12.0}
"""The smallest size of a formula in pt, by its depth, so that no letter in it is under 6 pt."""


def clipped(words: str) -> str:
    """Return words that only programs read, as many as a string of a PDF has room for."""
    return words[:_LONGEST]


def block_value(block: Block) -> Value:
    """Return a block as a value."""
    if isinstance(block, Paragraph):
        return {"runs": line_value(block.runs)}
    if isinstance(block, Picture):
        return {"picture": block.name, "words": clipped(block.words)}
    longest = max((_longest(runs) for item in block.items for runs in lines(item)), default=0.0)
    return {"rows": [blocks_value(item) for item in block.items], "start": block.start, "longest": longest}


def _longest(runs: Line) -> float:
    """Return the likely width of the longest word of a line in ems; no column is wide enough for what is no word."""
    if any(run.formula or run.link or run.code for run in runs):
        return _ENDLESS
    return max(likely_width(word) for word in "".join([run.words for run in runs]).replace("\n", " ").split(" "))


def blocks_value(blocks: Blocks) -> list[Value]:
    """Return blocks as values."""
    return [block_value(block) for block in blocks]


def line_value(runs: Line) -> list[str | Value]:
    """Return runs as values, plain ones as their words; a link's address follows its words.

    Those of a compound are one value: `kept` on a line.
    """
    shown = tuple(_bracketed(run) for run in with_addresses(runs))
    return [_kept_value(some) if kept else _run_value(some[0]) for some, kept in compounded(shown)]


def plain_value(words: str) -> list[str | Value]:
    """Return plain words as a line; none if there are none."""
    return line_value((Run(words),)) if words else []


def _bracketed(run: Run) -> Run:
    return replace(run, words=f"[{run.words}]") if run.mark == GAP else run


def _kept_value(runs: Line) -> Value:
    return {"words": drawn("".join(run.words for run in runs)), "kept": [_run_value(run) for run in runs]}


def with_addresses(runs: Line) -> Iterator[Run]:
    """Yield runs, and after each link its address, for readers on paper."""
    for place, run in enumerate(runs):
        if not run.link:
            yield run
            continue
        if run.words == run.link:
            yield replace(run, words=breaking(run.link), language=OF_NONE)
            continue
        yield run
        ends = place + 1 == len(runs) or runs[place + 1].link != run.link
        if ends:
            yield from (Run(" ("), Run(breaking(run.link), language=OF_NONE), Run(")"))


def breaking(address: str) -> str:
    """Return an address with places to break after its marks and within long pieces."""
    return _BREAK.sub("\u200b", address)


def _run_value(run: Run) -> str | Value:
    said = drawn(run.words)
    if not (run.bold or run.italic or run.code or run.link or run.language or run.mark or run.formula):
        return said
    value: Value = {"words": said}
    if run.formula:
        value |= {"formula": _formula_value(run.formula), "least": _SMALLEST.get(depth(run.formula), 12.0)}
    value |= {name: True for name in ("bold", "italic", "code", "display") if getattr(run, name)}
    value |= {"link": run.link} if run.link else {}
    value |= {"language": typography(run.language)} if run.language else {}
    return value | ({"mark": run.mark} if run.mark in (GAP, ANSWER) else {})


def _formula_value(formula: Formula) -> list[Value]:
    parts = [
        {"kind": node.kind, "said": node.said, "parts": [_formula_value(part) for part in node.parts]}
        for node in formula
    ]
    return [dict(part) for part in parts]


def long_words(blocks: Blocks, room: float, size: float) -> list[list[str | Value]]:
    """Return the unbreakable words that may be wider than `room` mm in a size in pt, for the engine to measure."""
    most = room / 25.4 * 72 / size
    words = (word for runs in lines(blocks) if _may_be_long(runs, most) for word in _words(runs))
    return [line_value(word) for word in words if sum(map(_ems, word)) > most]


def _may_be_long(runs: Line, most: float) -> bool:
    """Return whether a paragraph may have a word wider than `most` ems."""
    if any(run.formula or run.link or run.code for run in runs):
        return True
    said = "".join([run.words for run in runs]).replace("\n", " ").split(" ")
    return any(likely_width(word) > most - 2 for word in said if len(word) > 6)


def _ems(run: Run) -> float:
    """Return the likely width of a run in ems; that of a formula is unknown."""
    return 100 if run.formula else likely_width(run.words) * (1.2 if run.code else 1)


def _words(runs: Line) -> Iterator[Line]:
    """Yield each word as its runs."""
    word: list[Run] = []
    for some, kept in compounded(tuple(with_addresses(runs))):
        for run in some:
            for place, said in enumerate([run.words] if run.formula or kept else SPLIT.split(run.words)):
                if place % 2:
                    yield tuple(word)
                    word = []
                elif said:
                    word.append(replace(run, words=said, link=""))
    yield tuple(word)
