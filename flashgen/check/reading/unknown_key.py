"""A key that nothing knows here.

It is misspelt, or is one of another kind of entry. What stands behind it would reach no card.

Wrong:

    ask: Who said that the state swelled up?
    answer: Kliuchevsky
    extar: In a course of lectures.

Right:

    ask: Who said that the state swelled up?
    answer: Kliuchevsky
    extra: In a course of lectures.
"""

from flashgen.check.rule import Rule

UNKNOWN_KEY = Rule("unknown-key", technical=True)
