"""A key that stands twice in one entry.

Readers of YAML keep the last of the two and say nothing, so that half of the entry would be lost.

Wrong:

    ask: Who said that the state swelled up?
    answer: Miliukov
    answer: Kliuchevsky

Right:

    ask: Who said that the state swelled up?
    answer: Kliuchevsky
"""

from flashgen.check.rule import Rule

REPEATED_KEY = Rule("repeated-key", technical=True)
