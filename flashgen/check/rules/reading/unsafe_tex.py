r"""A formula with something that MathJax must not do on a card, or cannot.

Anki hands formulas to MathJax, whose `\href`, `\style`, `\class`, `\cssId` and `\require` reach out of the formula into
the card: a link could run a script, a style cover the page. A `\def` or `\newcommand` changes every card that is shown
later. So formulas may use commands of mathematics and chemistry (`\ce`), and those that MathJax does not know, which it
would show in red, are told as well.

Wrong:

    ask: What does Einstein's formula say?
    answer: 'energy is mass: \(\href{https://example.org}{E = mc^2}\)'

Right:

    ask: What does Einstein's formula say?
    answer: 'energy is mass: \(E = mc^2\)'
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from flashgen.check.mathjax import COMMANDS, ENVIRONMENTS
from flashgen.check.rule import Rule
from flashgen.check.written import deck_texts
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem
from flashgen.model.text import Math

_TOKEN = re.compile(r"\\(?P<name>[A-Za-z]+)(?P<environment>(?<=begin)\s*\{[^{}]*\})?|\\.|[{}]", re.DOTALL)
_CLOSE = 0.75


def _check(deck: Deck) -> Iterator[Problem]:
    for text in deck_texts(deck):
        for part in text.parts:
            if isinstance(part, Math):
                for said, hint, words in dict.fromkeys(_faults(part)):
                    yield Problem(text.place, "unsafe-tex", said, hint, words=words)


def _faults(formula: Math) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong in a formula, the cure, and the words of it that are at fault."""
    depth = lowest = 0
    for token in _TOKEN.finditer(formula.tex):
        depth += {"{": 1, "}": -1}.get(token.group(), 0)
        lowest = min(lowest, depth)
        if token["name"] and token["name"] not in COMMANDS:
            said = rf"\{token['name']} is none of the commands that a formula on a card may use"
            yield said, _meant(token["name"]), rf"\{token['name']}"
        elif (named := token["environment"]) and named.strip(" \t\n{}") not in ENVIRONMENTS:
            said = f"MathJax has no environment {named.strip()}"
            yield said, "write it with array, aligned, cases, matrix or another of its own", token.group()
    if depth or lowest:
        yield "the braces of this formula do not pair", r"write \{ or \} for a brace that is shown", formula.written


def _meant(name: str) -> str:
    close = get_close_matches(name, [known for known in sorted(COMMANDS) if known[0] == name[0]], 1, _CLOSE)
    return rf"did you mean \{close[0]}?" if close else "write the formula without it"


UNSAFE_TEX = Rule("unsafe-tex", _check, vital=True)
