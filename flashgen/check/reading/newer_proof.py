"""A deck.proof that a newer flashgen has written.

An older flashgen cannot tell what its lines prove, and would lose them. Install the newer one.

Wrong:

    # deck.proof
    {"flashgen proof": 2, "salt": "6b1f0c52a7d94e3885f0b6c21d7e9a43"}

Right:

    # deck.proof
    {"flashgen proof": 1, "salt": "6b1f0c52a7d94e3885f0b6c21d7e9a43"}
"""

from flashgen.check.rule import Rule

NEWER_PROOF = Rule("newer-proof", technical=True)
