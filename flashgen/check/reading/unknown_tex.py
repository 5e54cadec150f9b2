"""A formula that printed sheets cannot set.

Anki shows it by MathJax, which paper does not have, and TeX printed as it is written is no formula. Write it with
commands that the message does not name, or put it into an image.
"""

from flashgen.check.rule import Rule

UNKNOWN_TEX = Rule("unknown-tex", technical=True)
