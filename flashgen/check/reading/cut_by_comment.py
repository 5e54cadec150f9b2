"""An unquoted text that ends at a #.

YAML takes a # behind a blank for the beginning of a comment, so that the rest of the text would be lost without a
word. A comment that is meant as one wants two blanks before its # and one behind.

Wrong:

    ask: Which page is cited as Tucker # 98?
    answer: the one on the formula

Right:

    ask: "Which page is cited as Tucker # 98?"
    answer: the one on the formula
"""

from flashgen.check.rule import Rule

CUT_BY_COMMENT = Rule("cut-by-comment", technical=True)
