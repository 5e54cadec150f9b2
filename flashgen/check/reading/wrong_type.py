"""A value of another shape than its key wants: a list for a text, words for a number.

Quotes make a text of what YAML takes for a list or for keys.

Wrong:

    ask: What did Lenin call the peasant question?
    answer: [the basic question]

Right:

    ask: What did Lenin call the peasant question?
    answer: "[the basic question]"
"""

from flashgen.check.rule import Rule

WRONG_TYPE = Rule("wrong-type", technical=True)
