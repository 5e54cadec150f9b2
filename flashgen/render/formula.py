r"""Parse formulas into trees, with a library that turns TeX into MathML; what it does not know is an error."""

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from flashgen.render.mathml import tree
from flashgen.render.mathtree import Formula, Node, UnknownTexError
from flashgen.render.plaintex import MACROS, PRIVATE, WORDS, plain

if TYPE_CHECKING:
    from math_core import LatexToMathML

_LONGEST = 2000
"""So many characters are the most: PDF has no room for the words of a longer one."""

_STYLE = re.compile(r' style="[^"]*"')
_KEPT = re.compile("<mi>([\ue010-\uf8ff])</mi>")
_COMMENT = re.compile(r"(?<!\\)(?:\\\\)*%")
_FAULT = re.compile(r"(?:\w*\d+: )?(.*?)\.?", re.DOTALL)


def formula(tex: str, display: bool = False) -> Formula:
    """Return TeX as a tree, which is never empty; `display` is for one on a line of its own.

    UnknownTexError for unknown commands, unbalanced braces, and TeX that is too long or too deep.
    """
    if len(tex) > _LONGEST:
        raise UnknownTexError(f"more than {_LONGEST:,} characters")
    if PRIVATE.search(tex):
        raise UnknownTexError("a letter for private use, which no font has")
    known, words = plain(tex)
    if _COMMENT.search(known):
        raise UnknownTexError(r"% begins a comment in TeX; for the sign, write \%")
    return tree(_mathml(known, display), words) or (Node("group"),)


def mathml(tex: str, display: bool = False) -> str:
    """Return TeX as MathML for a browser, without any style of its own. UnknownTexError for what is not known."""
    known, words = plain(tex)
    made = _STYLE.sub(lambda style: ' class="left"' if "left" in style[0] else "", _mathml(known, display))
    return _KEPT.sub(lambda kept: f"<mtext>{escape(words[ord(kept[1]) - WORDS])}</mtext>", made)


def _mathml(tex: str, display: bool) -> str:
    try:
        from math_core import LatexError
    except ImportError as error:
        raise UnknownTexError("math-core, which sets formulas, is not installed") from error
    try:
        return _converter().convert_with_local_state(tex, displaystyle=display)
    except LatexError as error:
        found = _FAULT.fullmatch(str(error))
        said = found[1] if found else ""
        raise UnknownTexError(said[:1].lower() + said[1:]) from error


@cache
def _converter() -> "LatexToMathML":
    from math_core import LatexToMathML

    return LatexToMathML(macros=MACROS, fancy_error=False, allow_unreliable_rendering=True)
