r"""A formula that printed sheets cannot show.

Paper would lack the formula: MathJax, which shows it in Anki, is not available there. Most of its commands are set on
paper too, with fractions, matrices, cases and aligned equations. Chemistry (`\ce`) is not: write it with scripts, as in
`H\(_2\)O`. Replace the command that the message names, or use an image; in a deck that is never printed, allow it.

Wrong:

    ask: What is the diagram of a composition?
    answer: '\(\begin{CD} A @>f>> B \end{CD}\)'

Right:

    ask: What is the diagram of a composition?
    answer: '\(A \xrightarrow{f} B\)'
"""

from collections.abc import Iterator
from importlib.util import find_spec

from flashgen.check.looking import by_text
from flashgen.check.rule import Rule
from flashgen.check.rules.reading.unsafe_tex import tex_faults
from flashgen.model.problem import Problem
from flashgen.model.text import Math, Text
from flashgen.render.formula import formula
from flashgen.render.hiding import OPEN, Hiding, shown_tex
from flashgen.render.mathtree import UnknownTexError


def _judge(text: Text) -> Iterator[Problem]:
    shown = [part for part in text.parts if isinstance(part, Math) and not part.inside]
    for part in shown if find_spec("math_core") else ():  # without it nothing can be told, and sheets say so
        if not any(tex_faults(part.tex, part.written)):
            for fault in dict.fromkeys(_faults(part)):
                hint = "write it with simpler commands, or allow it if nobody prints the deck"
                message = f"paper cannot show this formula: {fault}"
                yield Problem(text.place, "unknown-tex", message, hint, "warning", part.written)


def _faults(part: Math) -> Iterator[str]:
    """Yield what keeps a formula from being set, in the open or with a deletion hidden or revealed."""
    numbers = [frozenset({deletion.number}) for deletion in part.deletions]
    for hiding in (OPEN, *map(Hiding, numbers), *[Hiding(some, shown=True) for some in numbers]):
        try:
            formula(shown_tex(part.parts, hiding), part.display)
        except UnknownTexError as error:
            yield str(error)


UNKNOWN_TEX = Rule("unknown-tex", by_text(_judge, marks="\\"), "warning")
