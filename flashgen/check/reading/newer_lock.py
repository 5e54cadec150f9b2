"""A deck.lock that a newer flashgen has written.

What an older one does not know of, it would lose when it writes the file again. Install the newer one.

Wrong:

    # deck.lock
    {"flashgen lock": 2, "uid": "0b8e2f3c-1d4a-4e56-8f70-123456789abc", "name": "Small"}

Right:

    # deck.lock
    {"flashgen lock": 1, "uid": "0b8e2f3c-1d4a-4e56-8f70-123456789abc", "name": "Small"}
"""

from flashgen.check.rule import Rule

NEWER_LOCK = Rule("newer-lock", technical=True)
