"""Render inline Markdown as runs of words with the same style, with markdown-it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flashgen.load.markdown import inline_parser
from flashgen.render.mathtree import Formula
from flashgen.render.slots import SLOT

if TYPE_CHECKING:
    from markdown_it.token import Token

GAP, ANSWER = "gap", "answer"

PICTURE = "\x00"
"""The placeholder for an image among runs; no text contains this character."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one style; a line feed in them ends a line.

    `mark` is GAP for a blank or ANSWER for a revealed answer. A formula has its tree in `formula`, or the reason why it
    cannot be typeset in `fault`; with `display` it stands on a separate line.
    """

    words: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""
    language: str = ""
    mark: str = ""
    formula: Formula = ()
    display: bool = False
    fault: str = ""


def worded(look: Run, words: str) -> Run:
    """Return a run with other words. Faster than `replace`, which would dominate the run time."""
    if look.words == words:
        return look
    return Run(words, look.bold, look.italic, look.code, look.link, look.language, look.mark)


def inline_runs(marked: str, look: Run) -> list[Run]:
    """Return the runs of inline Markdown. Ignore links if one has a slot in its address or title."""
    runs = token_runs(inline_parser().parseInline(marked)[0].children or [], look)
    if SLOT.findall("".join(run.words for run in runs)) == SLOT.findall(marked):
        return runs
    return token_runs(inline_parser(links=False).parseInline(marked)[0].children or [], look)


def token_runs(tokens: "list[Token]", look: Run) -> list[Run]:
    """Return the runs of parsed inline Markdown, starting with a style; an image becomes PICTURE."""
    runs, looks = [], [look]
    for token in tokens:
        name, _, end = token.type.partition("_")
        if end == "close":
            looks.pop()
        elif token.type == "link_open":
            looks.append(replace(looks[-1], link=SLOT.sub("…", str(token.attrs["href"]))))
        elif end == "open":
            top = looks[-1]
            looks.append(replace(top, bold=top.bold or name == "strong", italic=top.italic or name == "em"))
        elif token.type == "code_inline":
            runs.append(replace(looks[-1], words=token.content, code=True))
        elif token.type in ("softbreak", "hardbreak"):
            runs.append(replace(looks[-1], words="\n" if token.type == "hardbreak" else " "))
        else:
            runs.append(replace(looks[-1], words=PICTURE if token.type == "image" else token.content))
    return runs
