"""A file that the deck needs, and that is not there.

A deck is its deck.yaml, the source that this names, and at least one chapter file.

Wrong:

    # deck.yaml
    source: boook

Right:

    # deck.yaml
    source: book
"""

from flashgen.check.rule import Rule

MISSING_FILE = Rule("missing-file", technical=True)
