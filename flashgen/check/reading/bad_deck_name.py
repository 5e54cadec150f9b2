"""A deck name with an empty part beside its `::`.

Anki parts the names of a deck and its subdecks at `::`, and calls a part without a name "blank" (measured).

Wrong:

    # deck.yaml
    name: "History::::Stalinism from above"

Right:

    # deck.yaml
    name: History::Stalinism from above
"""

from flashgen.check.rule import Rule

BAD_DECK_NAME = Rule("bad-deck-name", technical=True)
