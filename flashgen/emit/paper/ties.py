"""Tie the last two words of a paragraph, so that no short word is left alone on a line."""

from dataclasses import replace

from flashgen.render.blocks import Block, Blocks, Paragraph, Rows
from flashgen.render.runs import Line

_SHORTEST = 24
"""A paragraph with fewer letters fits on one line anyway."""

_LETTER = 2.7
"""The width of a letter on a card, in mm, where it is set large."""

_LONE = 5
"""A word that fills this part of a line may stand alone on it."""


def tied(blocks: Blocks, width: float) -> Blocks:
    """Return blocks with the last two words of each paragraph tied, where lines are `width` mm wide."""
    return tuple([_tied(block, width) for block in blocks])


def _tied(block: Block, width: float) -> Block:
    if isinstance(block, Rows):
        return Rows(tuple(tied(item, width) for item in block.items), block.start)
    if isinstance(block, Paragraph) and sum(len(run.words) for run in block.runs) >= _SHORTEST:
        return Paragraph(_tied_runs(block.runs, int(width / _LETTER)))
    return block


def _tied_runs(runs: Line, most: int) -> Line:
    """Return runs with their last space tied, where a line has `most` letters and the last word is a short one.

    Both words together are at most half a line, so that the line above stays the longer one.
    """
    place = max(
        (at for at, run in enumerate(runs) if " " in run.words and not run.formula and not run.code), default=-1
    )
    if place < 0:
        return runs
    before, _, after = runs[place].words.rpartition(" ")
    said = "".join(run.words for run in runs[:place]) + before
    last = after + "".join(run.words for run in runs[place + 1 :])
    pair = said.rpartition(" ")[2] + last
    if len(last) * _LONE > most or len(pair) * 2 > most or not pair.strip():
        return runs
    return (*runs[:place], replace(runs[place], words=f"{before}\u00a0{after}"), *runs[place + 1 :])
