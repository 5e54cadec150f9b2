"""Tie the last two words of a paragraph, so that no short word is left alone on a line."""

from dataclasses import replace

from flashgen.render.blocks import Block, Blocks, Paragraph, Rows
from flashgen.render.runs import Line

_SHORTEST = 24
"""A paragraph with fewer letters fits on one line anyway."""

_LETTER = 3.0
"""The largest width of a letter on a card, in mm."""


def tied(blocks: Blocks, width: float) -> Blocks:
    """Return blocks with the last two words of each paragraph tied, if both fit in `width` mm."""
    return tuple([_tied(block, width) for block in blocks])


def _tied(block: Block, width: float) -> Block:
    if isinstance(block, Rows):
        return Rows(tuple(tied(item, width) for item in block.items), block.start)
    if isinstance(block, Paragraph) and sum(len(run.words) for run in block.runs) >= _SHORTEST:
        return Paragraph(_tied_runs(block.runs, int(width / _LETTER)))
    return block


def _tied_runs(runs: Line, most: int) -> Line:
    """Return runs with their last space tied, if the words around it have fewer than `most` letters."""
    place = max(
        (at for at, run in enumerate(runs) if " " in run.words and not run.formula and not run.code), default=-1
    )
    if place < 0:
        return runs
    before, _, after = runs[place].words.rpartition(" ")
    said = "".join(run.words for run in runs[:place]) + before
    pair = said.rpartition(" ")[2] + after + "".join(run.words for run in runs[place + 1 :])
    if len(pair) >= most or not pair.strip():
        return runs
    return (*runs[:place], replace(runs[place], words=f"{before}\u00a0{after}"), *runs[place + 1 :])
