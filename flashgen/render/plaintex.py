r"""TeX in the commands that the converter knows: most of MathJax's, and others by what they mean.

Words in `\text{…}` are kept apart, a letter for private use in place of each: they may have any letter, and formulas
between dollars.
"""

import re
from collections.abc import Iterator

from flashgen.render.hiding import ANSWER_TEX, GAP_TEX

GAP, ANSWER, WORDS = "\ue000", "\ue001", 0xE010
"""The letters before a blank and before an answer, and the number of the letter that stands for the first words."""

PRIVATE = re.compile("[\ue000-\uf8ff]")
_FORMULA = r"\$(?:[^${}]|\{[^{}]*\})*\$"
_TEXT = re.compile(rf"\\(?:text(?:rm|normal|up)?|[mh]box)\s*\{{((?:[^{{}}\\$]|\\[^A-Za-z]|{_FORMULA})*)\}}", re.DOTALL)
_IN_TEXT = re.compile(rf"(?<!\\)({_FORMULA})")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)

_ENVIRONMENT = re.compile(r"\\(begin|end)\s*\{([A-Za-z]+)(\*?)\}(?:\s*\[[tbclr]\])?(\{\d+\})?")
_COLUMNS = re.compile(r"(?<=\\begin\{array\}\{)((?:[^{}]|\{[^{}]*\})*)(?=\})")
_BETWEEN = re.compile(r"[@!<>]\{[^{}]*\}")
_WIDE = re.compile(r"[pmb]\{[^{}]*\}")
_SAME = {
    "aligned": "align alignat alignedat flalign split xalignat xxalignat",
    "gathered": "equation gather multline multlined lgathered rgathered",
    "array": "eqnarray",
    "matrix": "matrix smallmatrix",
    "pmatrix": "pmatrix psmallmatrix",
    "bmatrix": "bmatrix bsmallmatrix",
    "Bmatrix": "Bmatrix Bsmallmatrix",
    "vmatrix": "vmatrix vsmallmatrix",
    "Vmatrix": "Vmatrix Vsmallmatrix",
}
_ENVIRONMENTS = {name: same for same, names in _SAME.items() for name in names.split()}
"""Environments by those that look the same on paper, with or without a star; the small ones are set in full size."""

_ALIKE = {
    r"\approx": "thickapprox",
    r"\boldsymbol": "pmb",
    r"\cdots": "dotsb dotsi dotsm",
    r"\colon": "ordinarycolon centercolon",
    r"\int": "intop smallint",
    r"\ldots": "dotsc dotso",
    r"\mathbb": "symbb",
    r"\mathbf": "mathbfup symbf symbfup",
    r"\mathcal": "symcal",
    r"\mathfrak": "symfrak",
    r"\mathit": "mit mathnormal symit symnormal",
    r"\mathrm": "mathup symrm symup",
    r"\mathscr": "scr symscr",
    r"\mathsf": "mathsfup symsf symsfup",
    r"\mathtt": "symtt",
    r"\mid": "shortmid",
    r"\nmid": "nshortmid",
    r"\nparallel": "nshortparallel",
    r"\parallel": "shortparallel",
    r"\propto": "varpropto",
    r"\setminus": "smallsetminus",
    r"\sim": "thicksim",
    r"\smile": "smallsmile",
    r"\frown": "smallfrown",
    "#1": "smash rlap llap clap mathrlap mathllap mathclap crampedrlap crampedllap crampedclap vcenter hbox mathmbox",
}
MACROS = {name: meaning for meaning, names in _ALIKE.items() for name in names.split()} | {
    "FlashgenGap": f"{{{GAP}{{#1}}}}",
    "FlashgenAnswer": f"{{{ANSWER}{{#1}}}}",
    "cancelto": r"\cancel{#2}^{#1}",
    "mbox": r"\text{#1}",
    "overunderset": r"\overset{#1}{\underset{#2}{#3}}",
    "strut": "{}",
    "substack": r"\begin{subarray}{c}#1\end{subarray}",
}
"""What the converter does not know, by what it does."""


def plain(tex: str) -> tuple[str, tuple[str, ...]]:
    """Return TeX for the converter, and the words that letters for private use stand for in it."""
    words: list[str] = []

    def kept(found: re.Match[str]) -> str:
        return f"{{{''.join(_letters(found[1], words))}}}"

    tex = _ENVIRONMENT.sub(_environment, _TEXT.sub(kept, tex))
    tex = _COLUMNS.sub(lambda found: _WIDE.sub("l", _BETWEEN.sub("", found[1])), tex).replace(r"\hspace*", r"\hspace")
    return tex.replace(GAP_TEX, r"\FlashgenGap ").replace(ANSWER_TEX, r"\FlashgenAnswer "), tuple(words)


def _letters(text: str, words: list[str]) -> Iterator[str]:
    """Yield a text as letters for its words, which join the others, and its formulas in braces."""
    for place, piece in enumerate(_IN_TEXT.split(text)):
        if place % 2:
            yield f"{{{piece[1:-1]}}}"
        elif piece:
            yield chr(WORDS + len(words))
            words.append(_ESCAPED.sub(r"\1", piece))


def _environment(found: re.Match[str]) -> str:
    which, name, star, count = found.groups(default="")
    same = _ENVIRONMENTS.get(name, name + star)
    columns = "{rcl}" if (which, name) == ("begin", "eqnarray") else ""
    return rf"\{which}{{{same}}}{columns or ('' if name.endswith('at') else count)}"
