r"""A formula that printed sheets cannot show.

Paper would lack the formula: MathJax, which shows it in Anki, is not available there. Most of its commands are set on
paper too, with fractions, matrices, cases, aligned equations and chemistry. Replace the command that the message names,
or use an image; in a deck that is never printed, allow it.

Wrong:

    ask: What is the diagram of a composition?
    answer: '\(\begin{CD} A @>f>> B \end{CD}\)'

Right:

    ask: What is the diagram of a composition?
    answer: '\(A \xrightarrow{f} B\)'
"""

from collections.abc import Iterator
from importlib.util import find_spec

from flashgen.check.rule import Rule
from flashgen.check.rules.reading.unsafe_tex import tex_faults
from flashgen.check.written import deck_texts
from flashgen.model.deck import Deck
from flashgen.model.problem import Problem
from flashgen.model.text import Math
from flashgen.render.formula import formula
from flashgen.render.hiding import OPEN, Hiding, shown_tex
from flashgen.render.mathtree import UnknownTexError


def _check(deck: Deck) -> Iterator[Problem]:
    if not find_spec("math_core"):  # nothing can be told of formulas, and sheets say so
        return
    for text in deck_texts(deck):
        for part in text.parts:
            if isinstance(part, Math) and not part.inside and not any(tex_faults(part.tex, part.written)):
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


UNKNOWN_TEX = Rule("unknown-tex", _check, "warning")
