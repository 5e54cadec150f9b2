"""A range whose last number is lower than its first.

It names no page, so nobody could look up what the card says.

Wrong:

    ask: Whose formula is "the state swelled up"?
    answer: Kliuchevsky's
    page: 98-97

Right:

    ask: Whose formula is "the state swelled up"?
    answer: Kliuchevsky's
    page: 97-98
"""

from flashgen.check.rule import Rule

BACKWARDS_RANGE = Rule("backwards-range", technical=True)
