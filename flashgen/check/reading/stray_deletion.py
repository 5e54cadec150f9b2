"""A deletion in a text that cannot hide words.

Only `cloze` and `quote` have gaps. Elsewhere the braces would stand on the card as they are.

Wrong:

    ask: Who said that the state swelled up?
    answer: "{{Kliuchevsky}}"

Right:

    ask: Who said that the state swelled up?
    answer: Kliuchevsky
"""

from flashgen.check.rule import Rule

STRAY_DELETION = Rule("stray-deletion", technical=True)
