"""An entry without a page.

A fact without its source cannot be verified, and cannot be looked up when it is doubted years later, or was learned
wrong (Wozniak, rule 18: provide sources).

Wrong:

    - id: kliuchevsky-formula
      ask: Who said that the state swelled up?
      answer: Kliuchevsky

Right:

    - id: kliuchevsky-formula
      ask: Who said that the state swelled up?
      answer: Kliuchevsky
      page: 98
"""

from flashgen.check.rule import Rule

NO_SOURCE = Rule("no-source")
