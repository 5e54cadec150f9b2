"""Prints of a source that a newer flashgen has written.

An older one might take words for some of a page on which they do not stand. Install the newer one, or compare with a
copy of the source: `flashgen check --text PATH`.

Wrong:

    # source/book.prints
    {"flashgen prints": 2, "salt": "6b1f0c52a7d94e3885f0b6c21d7e9a43", "rates": [256, 8, 8], "pages": 0}

Right:

    # source/book.prints
    {"flashgen prints": 1, "salt": "6b1f0c52a7d94e3885f0b6c21d7e9a43", "rates": [256, 8, 8], "pages": 0}
"""

from flashgen.check.rule import Rule

NEWER_PRINTS = Rule("newer-prints", technical=True)
