"""An entry that is of no kind.

Its kind tells which cards are made of it, and is named by one key: `ask`, `cloze`, `list`, `pair`, `quote` or `term`.

Wrong:

    question: Who said that the state swelled up?
    answer: Kliuchevsky

Right:

    ask: Who said that the state swelled up?
    answer: Kliuchevsky
"""

from flashgen.check.rule import Rule

NO_KIND = Rule("no-kind", technical=True)
