r"""A formula between dollar signs, or without marks, which a card would show as plain text.

A dollar sign is always a dollar sign on a card, so that a deck can contain prices. Write a formula between `\(` and
`\)`, or on a separate line between `\[` and `\]`.

Wrong:

    ask: What is $E = mc^2$?
    answer: the energy of a mass

Right:

    ask: What is \(E = mc^2\)?
    answer: the energy of a mass
"""

import re
from collections.abc import Iterable, Iterator

from flashgen.check.looking import by_text
from flashgen.check.marks import LITERAL, flat, unescaped
from flashgen.check.rule import Rule
from flashgen.model.place import Place
from flashgen.model.problem import Problem
from flashgen.model.text import Text

_DISPLAY = re.compile(
    r"(?<![\w$])\$\$(?P<close>[^\s$][^$]*[^\s$]|[^\s$])\$\$(?![\w$])|(?<![\w$])\$\$(?P<wide>\s[^$]*\s)\$\$(?![\w$])"
)
_INLINE = re.compile(r"(?<![\w$])\$([^\s$][^$\n]*[^\s$]|[^\s$])\$(?![\w$])")
_TEX = re.compile(rf"\\[A-Za-z]|[\^_{{{LITERAL}]|^\d*[A-Za-z](?:'|\([A-Za-z]\))?$")
_SHORT = re.compile(r"(?!.*[^\W\d_]{3})(?=.*[\w)][\s]*[-+*/=<>,|(])(?=.*[\w(|)!]).{3,}", re.DOTALL)
"""Signs of a formula, not of a price or a variable: a command, a script, or operators between short names."""

_BARE = re.compile(r"\\[A-Za-z]+\*?(?:\{[^{}\n]*\})+")
"""A TeX command with its arguments in braces."""


def _judge(text: Text) -> Iterable[Problem]:
    return dict.fromkeys(_problems(flat(text), text.place))


def _problems(words: str, place: Place) -> Iterator[Problem]:
    plain = unescaped(words)
    for match in _DISPLAY.finditer(plain):
        if match["close"] or _is_tex(match["wide"]):
            yield _problem(place, match.group(), r"write \[ … \] around the formula, not dollars")
    inline = _DISPLAY.sub(" ", plain)
    for match in _INLINE.finditer(inline):
        if _is_tex(match[1]):
            yield _problem(place, match.group(), r"write \( … \) around the formula, not dollars")
    for match in _BARE.finditer(_INLINE.sub(" ", inline)):
        hint = r"write \( … \) around a formula; code goes between backticks"
        yield Problem(
            place, "dollar-formula", f"a card would show {match.group()} as plain text", hint, words=match.group()
        )


def _is_tex(content: str) -> bool:
    return bool(_TEX.search(content.strip()) or _SHORT.fullmatch(content.strip()))


def _problem(place: Place, shown: str, hint: str) -> Problem:
    message = f"a card would show {shown.replace(LITERAL, '…')} with the dollar signs"
    return Problem(place, "dollar-formula", message, hint, words=shown)


DOLLAR_FORMULA = Rule("dollar-formula", by_text(_judge, marks="$\\"))
