"""A source that is named by a path.

All sources of a project lie in its folder source/, and are named without folder and ending: so a deck can be handed
on together with what it is about.

Wrong:

    # deck.yaml
    source: source/book

Right:

    # deck.yaml
    source: book
"""

from flashgen.check.rule import Rule

BAD_SOURCE = Rule("bad-source", technical=True)
