"""A number that was released for another deletion.

To Anki a deletion is its number: the new words would sit on the reviews of the old ones. Without a number, the tool
takes one that was never given.

Released:

    cloze: The state {{swelled up}}; the people {{grew lean}}.

Wrong:

    cloze: The {{c2::state}} {{swelled up}}; the people grew lean.

Right:

    cloze: The {{state}} {{swelled up}}; the people grew lean.
"""

from flashgen.check.rule import Rule

REUSED_CLOZE = Rule("reused-cloze", technical=True)
