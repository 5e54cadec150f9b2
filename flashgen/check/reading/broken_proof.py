"""A line of deck.proof that is not as flashgen wrote it.

The proof lists the entries that were compared with the text of the source. A line that was edited, or that a merge
left in conflict, proves nothing. Run `flashgen check --text PATH` again: it keeps the intact lines and rewrites the
others.

Wrong:

    # deck.proof
    {"flashgen proof": 1, "salt": "6b1f0c52a7d94e3885f0b6c21d7e9a43"}
    <<<<<<< HEAD

Right:

    # deck.proof
    {"flashgen proof": 1, "salt": "6b1f0c52a7d94e3885f0b6c21d7e9a43"}
"""

from flashgen.check.rule import Rule

BROKEN_PROOF = Rule("broken-proof", technical=True)
