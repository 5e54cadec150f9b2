"""A deletion with a number that it cannot have.

Anki makes cards for the numbers from 1 to 500. A quote and a list keep c1 for a card of their own, and two items of a
list with one number would be one card.

Wrong:

    cloze: The state {{c0::swelled up}}; the people {{grew lean}}.

Right:

    cloze: The state {{c1::swelled up}}; the people {{grew lean}}.
"""

from flashgen.check.rule import Rule

BAD_NUMBER = Rule("bad-number", technical=True)
