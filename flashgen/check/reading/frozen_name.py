"""A deck under another name than the one it was released with.

Anki leaves cards in the deck in which they are, and would open a second deck for the new ones. Learners may rename
the deck for themselves.

Released:

    # deck.yaml
    name: Stalinism from above

Wrong:

    # deck.yaml
    name: Stalinism

Right:

    # deck.yaml
    name: Stalinism from above
"""

from flashgen.check.rule import Rule

FROZEN_NAME = Rule("frozen-name", technical=True)
