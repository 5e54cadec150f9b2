"""Which questions a machine can mark, and what it accepts."""

import re

from flashgen.emit.paper.exam.item import Item
from flashgen.emit.report.quiz.html import plain
from flashgen.render.blocks import Paragraph
from flashgen.render.typography.straight import straightened
from flashgen.study.paper.question import FILL, SHORT

_LONGEST = 3
"""Of longer answers, nobody writes the very words."""

_ARTICLE = re.compile(r"^(?:the|an?) (?=\w)", re.IGNORECASE)
_POSSESSIVE = re.compile("['\u2019]s$")
_QUOTES = re.compile('["\u201c\u201d\u00ab\u00bb\u201e]')


def accepted(item: Item) -> tuple[str, ...]:
    """Return what is accepted as an answer, as printed and as typed; nothing where a person must read it."""
    if item.form not in (FILL, SHORT) or len(item.faces) != 1 or len(item.key) != 1:
        return ()
    (block,) = item.key
    if not isinstance(block, Paragraph) or any(run.formula or run.fault for run in block.runs):
        return ()
    whole = plain(block.runs)
    bare = _QUOTES.sub("", whole)
    if (item.form == FILL and item.points > 1) or len(bare.split()) > _LONGEST:
        return ()
    said = (whole, bare, _ARTICLE.sub("", bare), _POSSESSIVE.sub("", bare))
    return tuple(dict.fromkeys((*said, *map(straightened, said))))
