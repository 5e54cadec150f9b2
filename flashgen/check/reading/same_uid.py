"""Two decks with one uid, as in a copied folder.

All identities grow from the uid: the notes of the one would take the place of those of the other in Anki.

Wrong:

    # decks/first/deck.yaml
    uid: 7c1e9a52-30cf-4b8e-9d11-5a0e6f2b4c38
    # decks/second/deck.yaml
    uid: 7c1e9a52-30cf-4b8e-9d11-5a0e6f2b4c38

Right:

    # decks/first/deck.yaml
    uid: 7c1e9a52-30cf-4b8e-9d11-5a0e6f2b4c38
    # decks/second/deck.yaml
    uid: 02d4f6a8-91b3-4c5d-8e7f-aa1122334455
"""

from flashgen.check.rule import Rule

SAME_UID = Rule("same-uid", technical=True)
