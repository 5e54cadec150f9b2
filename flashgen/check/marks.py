"""The words of a text between its marks, as Markdown reads them."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from flashgen.load.literal import code_end
from flashgen.load.markdown import literal_parser
from flashgen.model.text import Math, Parts, Text, bare

if TYPE_CHECKING:
    from markdown_it.token import Token

LITERAL = "\x03"
"""Stands for what is shown as it is: code, a formula, a character behind a backslash."""


_SHOWN = re.compile(r"\\[^A-Za-z\s]|`+")


@lru_cache(maxsize=8)
def _tokens(markdown: str) -> "list[Token]":
    return literal_parser().parse(markdown)


def flat(text: Text) -> str:
    """Return a text with its deletions in the open and a sign in place of each formula."""
    return _flat(bare(text.parts))


def _flat(parts: Parts) -> str:
    return "".join(part if isinstance(part, str) else LITERAL if isinstance(part, Math) else "" for part in parts)


def said(markdown: str) -> str:
    """Return what Markdown takes for words; what is shown as it is has a sign in its place."""
    return "".join(_said(markdown))


def _said(markdown: str) -> Iterator[str]:
    for token in _tokens(markdown):
        for inner in token.children or ():
            if inner.type in ("code_inline", "text_special"):
                yield LITERAL
            elif inner.type in ("text", "softbreak", "hardbreak"):
                yield inner.content or "\n"
        yield "\n" if token.children else ""


def unescaped(markdown: str) -> str:
    """Return a text with a sign in place of its code and of characters behind a backslash; TeX's commands stay."""
    kept, end = [""], 0
    while found := _SHOWN.search(markdown, end):
        start, stop = found.start(), max(found.end(), code_end(markdown, found.start()))
        kept += [markdown[end:start], LITERAL]
        end = stop
    return "".join([*kept, markdown[end:]])


def pairs(markdown: str) -> int:
    """Return how many words or links Markdown marks in a text."""
    tokens = (inner for token in _tokens(markdown) for inner in token.children or ())
    return sum(inner.type in ("em_open", "strong_open", "link_open", "image") for inner in tokens)


def crossing(text: Text) -> bool:
    """Tell whether marks pair up only across the edges of deletions."""
    own = [_outer(text.parts), *[_outer(one.parts) for one in text.deletions]]
    return len(own) > 1 and pairs(flat(text)) > sum(map(pairs, own))


def _outer(parts: Parts) -> str:
    return "".join(part if isinstance(part, str) else LITERAL for part in parts)


def blocks(markdown: str) -> Counter[str]:
    """Return how many blocks of each kind Markdown sees in a text, by the name of the token that opens them."""
    return Counter(token.type for token in _tokens(markdown))
