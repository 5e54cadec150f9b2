"""An allow comment without a rule, without a reason, or outside of every entry.

It lets nothing stand, though it looks as if it did. Without its reason nobody can tell in a year whether the finding
may still stand.

Wrong:

    ask: How does the statute define the kolkhoz?
    # flashgen: allow long-answer
    answer: a voluntary union of peasants for the common conduct of a large farm

Right:

    ask: How does the statute define the kolkhoz?
    # flashgen: allow long-answer -- the definition is learned word for word
    answer: a voluntary union of peasants for the common conduct of a large farm
"""

from flashgen.check.rule import Rule

BAD_ALLOW = Rule("bad-allow", technical=True)
