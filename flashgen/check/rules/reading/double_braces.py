r"""Double braces in a formula that could be a deletion or TeX's own.

The braces could hide a part of the formula, or group it for TeX, and the card would differ. In a formula, `{{…}}` hides
what is between the braces, as in `\( {{a+b}} = c \)`. Behind a command that takes an argument, behind `^` or `_`, and
behind another brace or bracket, TeX would take the same braces for a group, so they hide nothing there. Say which of
the two you mean: a number hides, as in `x^{{c1::2}}`, and a space groups, as in `x^{ {2} }`.

Wrong:

    cloze: 'The area of a circle is \(\pi r^{{2}}\), and its {{circumference}} \(2 \pi r\).'

Right:

    cloze: 'The area of a circle is \(\pi r^{{c2::2}}\), and its {{circumference}} \(2 \pi r\).'
"""

from collections.abc import Iterator

from flashgen.check.looking import by_note
from flashgen.check.rule import Rule
from flashgen.kinds.list import LIST
from flashgen.load.tex import unclear
from flashgen.model.note import Note
from flashgen.model.problem import Problem
from flashgen.model.text import formulas


def _judge(note: Note) -> Iterator[Problem]:
    for text in note.own_texts if note.type is not LIST.type else ():
        for tex in [part for formula in formulas(text.parts) for part in formula.parts if isinstance(part, str)]:
            for braces in unclear(tex):
                message = f"{braces} in a formula may be meant to hide something, and hides nothing"
                hint = f"write {{{{c1::{braces[2:-2]}}}}} to hide it, or {{ {braces[1:-1]} }} if it is a group"
                yield Problem(text.place, "double-braces", message, hint, "warning", braces)


DOUBLE_BRACES = Rule("double-braces", by_note(_judge), "warning")
