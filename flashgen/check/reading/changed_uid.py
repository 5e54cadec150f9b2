"""A deck under another uid than the one it was released with.

All identities grow from the uid: every note would come to learners a second time, as a new one without reviews.

Released:

    # deck.yaml
    uid: 7c1e9a52-30cf-4b8e-9d11-5a0e6f2b4c38

Wrong:

    # deck.yaml
    uid: 02d4f6a8-91b3-4c5d-8e7f-aa1122334455

Right:

    # deck.yaml
    uid: 7c1e9a52-30cf-4b8e-9d11-5a0e6f2b4c38
"""

from flashgen.check.rule import Rule

CHANGED_UID = Rule("changed-uid", technical=True)
