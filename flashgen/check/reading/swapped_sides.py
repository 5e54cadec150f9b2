"""Two sides of a released entry that have changed places.

Each of the cards would ask what the other one asked, with the other one's reviews.

Released:

    pair: [barshchina, trudodni]
    relation: parallel
    because: both are days of work that are owed

Wrong:

    pair: [trudodni, barshchina]
    relation: parallel
    because: both are days of work that are owed

Right:

    pair: [barshchina, trudodni]
    relation: parallel
    because: both are days of work owed every year
"""

from flashgen.check.rule import Rule

SWAPPED_SIDES = Rule("swapped-sides", technical=True)
