"""A line of deck.lock that is not as it was written.

The lock keeps each note's identity, the numbers of its deletions and the time of its last change. Nothing in it is
guessed at, since a wrong guess would cost learners their reviews: restore the file from version control, or make it
anew from the last package with `flashgen build --adopt`. After a merge, keep the line with the later time for each
id.

Wrong:

    # deck.lock
    {"flashgen lock": 1, "uid": "0b8e2f3c-1d4a-4e56-8f70-123456789abc", "name": "Small"}
    <<<<<<< HEAD

Right:

    # deck.lock
    {"flashgen lock": 1, "uid": "0b8e2f3c-1d4a-4e56-8f70-123456789abc", "name": "Small"}
"""

from flashgen.check.rule import Rule

BROKEN_LOCK = Rule("broken-lock", technical=True)
