"""A side of a card whose text does not fit on paper, even in the smallest print.

Sheets of cards shrink a text to 6 pt at the least: smaller print is not read, and text that runs over is cut off with
the paper. Shorten the text, or print it with a layout that has larger cards.
"""

from flashgen.check.rule import Rule

TOO_LONG = Rule("too-long", technical=True)
