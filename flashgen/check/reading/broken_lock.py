"""A line of deck.lock that is not as it was written.

The lock keeps each note's identity, the numbers of its deletions and the time of its last change. Nothing in it is
guessed at, since a wrong guess would cost learners their reviews. Its first line has a hash over all others, so that
a line that was lost or came in shows too.

Restore the file with `git checkout -- deck.lock`, or from the newest package of the whole deck with `flashgen build
--adopt`. After a merge of two branches that both released, `flashgen build --merge` joins them, be there marks of a
conflict or not. The line `deck.lock text eol=lf` in `.gitattributes` keeps the file as it is on every system.

Wrong:

    # deck.lock
    {"flashgen lock": 2, "uid": "0b8e2f3c", "name": "Small", "notes": 0, "lines": "44c1fc1eabc0", "releases": {}}
    <<<<<<< HEAD

Right:

    # deck.lock
    {"flashgen lock": 2, "uid": "0b8e2f3c", "name": "Small", "notes": 0, "lines": "44c1fc1eabc0", "releases": {}}
"""

from flashgen.check.rule import Rule

BROKEN_LOCK = Rule("broken-lock", technical=True)
