"""The last two words of a paragraph tied together, so that no short word stands on a line of its own."""

from dataclasses import replace

from flashgen.render.blocks import Block, Blocks, Paragraph, Rows
from flashgen.render.runs import Line

_SHORTEST = 24
"""A paragraph with fewer letters is one line anyway."""

_LETTER = 3.0
"""How wide a letter is at the most on a card, in mm."""


def tied(blocks: Blocks, width: float) -> Blocks:
    """Return blocks whose paragraphs end in two words that no line end parts, where both fit in that many mm."""
    return tuple([_tied(block, width) for block in blocks])


def _tied(block: Block, width: float) -> Block:
    if isinstance(block, Rows):
        return Rows(tuple(tied(item, width) for item in block.items), block.start)
    if isinstance(block, Paragraph) and sum(len(run.words) for run in block.runs) >= _SHORTEST:
        return Paragraph(_tied_runs(block.runs, int(width / _LETTER)))
    return block


def _tied_runs(runs: Line, most: int) -> Line:
    """Return runs with their last blank tied, if the words around it have that many letters at the most."""
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
