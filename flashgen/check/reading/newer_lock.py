"""A deck.lock that a newer flashgen has written.

What an older one does not know of, it would lose when it writes the file again. Install the newer one.

Wrong:

    # deck.lock
    {"flashgen lock": 3, "uid": "0b8e2f3c", "name": "Small"}

Right:

    # deck.lock
    {"flashgen lock": 2, "uid": "0b8e2f3c", "name": "Small", "notes": 0, "lines": "44c1fc1eabc0", "releases": {}}
"""

from flashgen.check.rule import Rule

NEWER_LOCK = Rule("newer-lock", technical=True)
