"""A relation that is none of those that a pair can have.

The relation makes the questions of the cards: parallel, contrast, cause, continuity or renaming.

Wrong:

    pair: [barshchina, trudodni]
    relation: similar
    because: both are days of work that are owed

Right:

    pair: [barshchina, trudodni]
    relation: parallel
    because: both are days of work that are owed
"""

from flashgen.check.rule import Rule

UNKNOWN_RELATION = Rule("unknown-relation", technical=True)
