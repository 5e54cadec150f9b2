"""A paper and its key as Markdown, to be edited and printed by other programs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from flashgen.emit.paper.exam.item import LETTERS, Item
from flashgen.emit.paper.exam.sitting import Sitting
from flashgen.model.deck import Deck
from flashgen.render.blocks import Block, Blocks, Paragraph, Rows
from flashgen.render.inline import Run
from flashgen.render.runs import Line
from flashgen.study.paper.question import CHOICE, MATCH, NAMES, ORDER

_MARK = re.compile(r"([\\`*_\[\]<>$])")
_STYLES = (("italic", "*"), ("bold", "**"))


def paper(deck: Deck, items: Sequence[Item], sitting: Sitting) -> bytes:
    """Return a paper."""
    words, total = deck.words, sum(item.points for item in items)
    fields = [f"{words.paper_name}{words.colon} ____", f"{words.paper_date}{words.colon} ____"]
    fields += [f"{words.paper_points}{words.colon} ____ / {total}", f"{words.paper_mark}{words.colon} ____"]
    head = [f"# {_escaped(deck.name)}", _escaped(sitting.title), " · ".join(fields)]
    return _bytes(head, deck, items, sitting, is_key=False)


def key(deck: Deck, items: Sequence[Item], sitting: Sitting) -> bytes:
    """Return the key of a paper."""
    return _bytes([f"# {_escaped(deck.name)}", _escaped(sitting.key(deck).title)], deck, items, sitting, is_key=True)


def _bytes(head: Sequence[str], deck: Deck, items: Sequence[Item], sitting: Sitting, is_key: bool) -> bytes:
    parts = [*head]
    for form, some in groupby(items, key=lambda item: item.form):
        parts.append(f"## {_escaped(deck.words.phrase(f'paper_{form}'))}")
        for item in some:
            parts += [f"**{item.number}.** ({item.points})", *(_told(item) if is_key else _asked(item))]
    return ("\n\n".join([*parts, f"<!-- {sitting.origin} -->"]) + "\n").encode()


def _asked(item: Item) -> Iterator[str]:
    if item.lead:
        yield f"*{_escaped(item.lead)}*"
    if item.prompt:
        yield _blocks(item.prompt)
    options = [_line(option) for option in item.options]
    if item.form == CHOICE:
        yield "\n".join(f"- {letter}) {option}" for letter, option in zip(LETTERS, options, strict=False))
    elif item.form == MATCH:
        rows = [_line(row) for row in item.rows]
        pairs = zip(range(1, len(rows) + 1), rows, LETTERS, options, strict=False)
        table = [f"| {number} | {row} | {letter} | {option} |" for number, row, letter, option in pairs]
        yield "\n".join(("|   |   |   |   |", "|---|---|---|---|", *table))
    elif item.form == ORDER:
        yield "\n".join(f"- ____ {option}" for option in options)
    elif item.form == NAMES:
        yield "\n".join(["- ____"] * item.lines)


def _told(item: Item) -> Iterator[str]:
    if item.form == CHOICE:
        yield f"{LETTERS[item.right[0]]}) {_blocks(item.key)}"
    elif item.form == MATCH:
        right = zip(item.right, item.key, strict=True)
        yield "\n".join(f"{row}. {LETTERS[place]}) {_block(block)}" for row, (place, block) in enumerate(right, 1))
    else:
        yield _blocks(item.key)
    yield _escaped(item.cite)


def _blocks(blocks: Blocks) -> str:
    return "\n\n".join(map(_block, blocks))


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return _line(block.runs)
    if isinstance(block, Rows):
        marks = [f"{block.start + place}." if block.start else "-" for place in range(len(block.items))]
        return "\n".join(
            f"{mark} {_blocks(item).replace(chr(10), chr(10) + ' ' * (len(mark) + 1))}"
            for mark, item in zip(marks, block.items, strict=True)
        )
    return f"[{_escaped(block.words)}]"


def _line(runs: Line) -> str:
    """Return runs; what is bold as a whole needs no marks."""
    whole = all(run.bold for run in runs)
    return "".join(_run(replace(run, bold=False) if whole else run) for run in runs)


def _run(run: Run) -> str:
    if run.formula or run.fault:
        return f"$${run.words}$$" if run.display else f"${run.words}$"
    if run.code:
        return f"`{run.words}`"
    text = _escaped(run.words).replace("\n", "\\\n")
    for name, mark in _STYLES:
        bare = text.strip()
        if getattr(run, name) and bare:
            text = text.replace(bare, f"{mark}{bare}{mark}")
    return f"[{text}]({run.link})" if run.link else text


def _escaped(text: str) -> str:
    return _MARK.sub(r"\\\1", text)
