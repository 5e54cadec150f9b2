"""Tie the last words of a paragraph, so that no short word is left alone on a line."""

from flashgen.emit.paper.breaking import broken, joined, lone, words
from flashgen.emit.paper.room import Part, is_known, mark_width
from flashgen.render.blocks import Block, Blocks, Paragraph, Rows


def tied(part: Part, size: float, across: float) -> Blocks:
    """Return the blocks of a part with the last words of each paragraph tied.

    `size` is that of the side and `across` the length of its lines, in pt.
    """
    most = (across - part.indent) / part.size(size)
    return tuple([_tied(block, most) for block in part.blocks])


def _tied(block: Block, most: float) -> Block:
    if isinstance(block, Rows):
        inner = most - mark_width(block)
        return Rows(tuple(tuple([_tied(one, inner) for one in item]) for item in block.items), block.start)
    if isinstance(block, Paragraph) and is_known(block):
        widths = [*words(block.runs)]
        count = lone(widths, broken(widths, most), most)
        return Paragraph(joined(block.runs, count)) if count else block
    return block
