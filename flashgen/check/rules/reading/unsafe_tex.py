r"""A formula with a command that is unsafe on a card, or that MathJax does not know.

A formula could run a script, cover the card, or change every card that is shown after it. Anki renders formulas with
MathJax. Its commands `\href`, `\style`, `\class`, `\cssId` and `\require` change the card around the formula: a link
could run a script, and a style could cover the page. `\def` and `\newcommand` change every card that is shown later.
Formulas may use commands of mathematics and chemistry (`\ce`). MathJax would show an unknown command in red.

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

from flashgen.check.looking import by_text
from flashgen.check.mathjax import COMMANDS, ENVIRONMENTS
from flashgen.check.rule import Rule
from flashgen.model.problem import Problem
from flashgen.model.text import Math, Text, formulas

_TOKEN = re.compile(r"\\(?P<name>[A-Za-z]+)(?P<environment>(?<=begin)\s*\{[^{}]*\})?|\\.|[{}]", re.DOTALL)
_CLOSE = 0.75
_TOGETHER = ((re.compile(r"\\left\b"), re.compile(r"\\right\b")), (re.compile(r"\\begin\b"), re.compile(r"\\end\b")))
"""Commands that must stand on one side of a deletion's edge."""


def _judge(text: Text) -> Iterator[Problem]:
    for part in text.parts:
        if isinstance(part, Math) and not part.inside:
            found = (*tex_faults(part.tex, part.written), *_hidden_faults(part))
            for message, hint, words in dict.fromkeys(found):
                yield Problem(text.place, "unsafe-tex", message, hint, words=words)


def _hidden_faults(formula: Math) -> Iterator[tuple[str, str, str]]:
    """Yield a message, a hint and the words at fault for each finding in the deletions of a formula."""
    for deletion in formula.deletions:
        yield from tex_faults(deletion.hint, deletion.hint)
        tex = "".join(inner.tex for inner in formulas(deletion.parts)[:1])
        for opening, closing in _TOGETHER:
            if len(opening.findall(tex)) != len(closing.findall(tex)):
                commands = f"{opening.pattern[1:-2]} and {closing.pattern[1:-2]}"
                message = f"a deletion parts {commands}, which MathJax needs together"
                yield message, "hide both, or neither", tex


def tex_faults(tex: str, whole: str) -> Iterator[tuple[str, str, str]]:
    """Yield a message, a hint and the words at fault for each finding in TeX."""
    depth = lowest = 0
    for token in _TOKEN.finditer(tex):
        depth += {"{": 1, "}": -1}.get(token.group(), 0)
        lowest = min(lowest, depth)
        if token["name"] and token["name"] not in COMMANDS:
            message = rf"a formula on a card cannot use the command \{token['name']}"
            yield message, _suggestion(token["name"]), rf"\{token['name']}"
        elif (environment := token["environment"]) and environment.strip(" \t\n{}") not in ENVIRONMENTS:
            message = f"MathJax has no environment {environment.strip()}"
            yield message, "use array, aligned, cases, matrix or another environment of MathJax", token.group()
    if depth or lowest:
        yield "the braces of this formula do not match", r"for a literal brace, write \{ or \}", whole


def _suggestion(name: str) -> str:
    close = get_close_matches(name, [command for command in sorted(COMMANDS) if command[0] == name[0]], 1, _CLOSE)
    return rf"did you mean \{close[0]}?" if close else "write the formula without it"


UNSAFE_TEX = Rule("unsafe-tex", by_text(_judge, marks="\\"), vital=True)
