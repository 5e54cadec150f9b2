"""A line of a source's prints that is not as it was written, or a file of them that ends too early.

Prints tell whether words stand on a page. From a broken file they would miss words that do, or find words that do not;
so none of it is used. Restore it from version control, or make it anew from a copy of the source: `flashgen source
prints SOURCE --text PATH`. After a merge of two, make it anew too.

Wrong:

    # source/book.prints
    {"flashgen prints": 1, "salt": "6b1f0c52a7d94e3885f0b6c21d7e9a43", "rates": [256, 8, 8], "pages": 10}

Right:

    # source/book.prints
    {"flashgen prints": 1, "salt": "6b1f0c52a7d94e3885f0b6c21d7e9a43", "rates": [256, 8, 8], "pages": 0}
"""

from flashgen.check.rule import Rule

BROKEN_PRINTS = Rule("broken-prints", technical=True)
