"""A list of fewer than 2 or more than 12 items, or a pair that is not of two sides.

Long lists are the hardest thing to learn, and seldom worth it (Wozniak, rules 9 and 10: avoid sets, avoid
enumerations). A long one is better parted into several, each with a name of its own.

Wrong:

    list: Tucker's marks of what Stalin called socialism
    items:
      - mass poverty

Right:

    list: Tucker's marks of what Stalin called socialism
    items:
      - mass poverty
      - sharp stratification
      - constant fear
"""

from flashgen.check.rule import Rule

WRONG_LENGTH = Rule("wrong-length", technical=True)
