"""A `was:` that names no entry whose history this one could take over.

An entry that has got another id keeps its cards and their reviews by telling its old one: one that was released, that
no entry has any more, and that no other entry claims.

Released:

    - id: formula-author
      ask: Who said that the state swelled up?
      answer: Kliuchevsky

Wrong:

    - id: kliuchevsky
      was: formula-autor
      ask: Who said that the state swelled up?
      answer: Kliuchevsky

Right:

    - id: kliuchevsky
      was: formula-author
      ask: Who said that the state swelled up?
      answer: Kliuchevsky
"""

from flashgen.check.rule import Rule

BAD_WAS = Rule("bad-was", technical=True)
