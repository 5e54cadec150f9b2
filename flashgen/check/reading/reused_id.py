"""A new entry under an id that belongs to the history of another.

An entry that got a new id by `was:` took its identity along. A new entry under the old id would have the same one,
and take its place in Anki.

Released:

    - id: formula
      ask: Who said that the state swelled up?
      answer: Kliuchevsky

Released:

    - id: formula-author
      was: formula
      ask: Who said that the state swelled up?
      answer: Kliuchevsky

Wrong:

    - id: formula-author
      ask: Who said that the state swelled up?
      answer: Kliuchevsky
    - id: formula
      cloze: The state {{swelled up}}; the people {{grew lean}}.

Right:

    - id: formula-author
      ask: Who said that the state swelled up?
      answer: Kliuchevsky
    - id: formula-words
      cloze: The state {{swelled up}}; the people {{grew lean}}.
"""

from flashgen.check.rule import Rule

REUSED_ID = Rule("reused-id", technical=True)
