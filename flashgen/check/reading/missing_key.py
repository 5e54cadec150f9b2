"""A key that must be there and is not.

Without it the card would have no answer, or the file no use.

Wrong:

    term: barshchina

Right:

    term: barshchina
    means: the corvée
"""

from flashgen.check.rule import Rule

MISSING_KEY = Rule("missing-key", technical=True)
