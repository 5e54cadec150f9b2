r"""Marks of deletions that do not fit together.

A `{{` has no `}}`, a `}}` has no `{{`, or a deletion stands in a hint, in a formula, or inside three others. It would
be a guess what is to be hidden. Braces that are meant as words are written `\{\{`.

Wrong:

    cloze: The state {{swelled up; the people {{grew lean}}.

Right:

    cloze: The state {{swelled up}}; the people {{grew lean}}.
"""

from flashgen.check.rule import Rule

UNBALANCED_CLOZE = Rule("unbalanced-cloze", technical=True)
