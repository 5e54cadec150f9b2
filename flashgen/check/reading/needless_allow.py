"""An allow that lets nothing stand.

What it was for has been cured, or its rule is misspelt. If it stayed, it would hide the next finding of its kind.

Wrong:

    ask: What was the kolkhoz in form?
    # flashgen: allow long-answer -- the definition is learned word for word
    answer: a cooperative

Right:

    ask: What was the kolkhoz in form?
    answer: a cooperative
"""

from flashgen.check.rule import Rule

NEEDLESS_ALLOW = Rule("needless-allow", technical=True, severity="warning")
