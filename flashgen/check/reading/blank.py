"""A value with nothing in it.

A card without a question or without an answer cannot be studied. A key that is not needed can be left out.

Wrong:

    ask: Who said that the state swelled up?
    answer: ""

Right:

    ask: Who said that the state swelled up?
    answer: Kliuchevsky
"""

from flashgen.check.rule import Rule

BLANK = Rule("blank", technical=True)
