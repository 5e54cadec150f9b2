r"""A formula between dollar signs, or without any marks, which a card shows as it is.

Anki and paper set what stands between `\(` and `\)`, or on a line of its own between `\[` and `\]`. Dollars stay
dollars, so that a deck can speak of prices.

Wrong:

    ask: What is $E = mc^2$?
    answer: the energy of a mass

Right:

    ask: What is \(E = mc^2\)?
    answer: the energy of a mass
"""

import re
from collections.abc import Iterator

from flashgen.check.marks import LITERAL, flat, unescaped
from flashgen.check.rule import Rule
from flashgen.check.written import deck_texts
from flashgen.model.deck import Deck
from flashgen.model.place import Place
from flashgen.model.problem import Problem

_MARK = re.compile(r"[$\\]")
_DISPLAY = re.compile(
    r"(?<![\w$])\$\$(?P<close>[^\s$][^$]*[^\s$]|[^\s$])\$\$(?![\w$])|(?<![\w$])\$\$(?P<wide>\s[^$]*\s)\$\$(?![\w$])"
)
_INLINE = re.compile(r"(?<![\w$])\$([^\s$][^$\n]*[^\s$]|[^\s$])\$(?![\w$])")
_TEX = re.compile(rf"\\[A-Za-z]|[\^_{{{LITERAL}]|^\d*[A-Za-z](?:'|\([A-Za-z]\))?$")
_SHORT = re.compile(r"(?!.*[^\W\d_]{3})(?=.*[\w)][\s]*[-+*/=<>,|(])(?=.*[\w(|)!]).{3,}", re.DOTALL)
"""What shows that a formula is meant, not a price or a variable: a command, a script, or signs between short names."""

_BARE = re.compile(r"\\[A-Za-z]+\*?(?:\{[^{}\n]*\})+")
"""A command of TeX with what it is given in braces."""


def _check(deck: Deck) -> Iterator[Problem]:
    found = (
        problem
        for text in deck_texts(deck)
        if _MARK.search(text.words)
        for problem in _problems(flat(text), text.place)
    )
    yield from dict.fromkeys(found)


def _problems(words: str, place: Place) -> Iterator[Problem]:
    bare = unescaped(words)
    for found in _DISPLAY.finditer(bare):
        if found["close"] or _is_tex(found["wide"]):
            yield _problem(place, found.group(), r"write \[ … \] around the formula, not dollars")
    inline = _DISPLAY.sub(" ", bare)
    for found in _INLINE.finditer(inline):
        if _is_tex(found[1]):
            yield _problem(place, found.group(), r"write \( … \) around the formula, not dollars")
    for found in _BARE.finditer(_INLINE.sub(" ", inline)):
        hint = r"write \( … \) around a formula; code goes between backticks"
        yield Problem(place, "dollar-formula", f"a card would show {found.group()} as it is", hint, words=found.group())


def _is_tex(said: str) -> bool:
    return bool(_TEX.search(said.strip()) or _SHORT.fullmatch(said.strip()))


def _problem(place: Place, shown: str, hint: str) -> Problem:
    said = f"a card would show {shown.replace(LITERAL, '…')} with its dollars"
    return Problem(place, "dollar-formula", said, hint, words=shown)


DOLLAR_FORMULA = Rule("dollar-formula", _check)
