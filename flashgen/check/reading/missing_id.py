"""An entry without an id.

The identity of the note, and with it every learner's reviews, grows from the id. If it grew from the words, each
correction would make a new note. `flashgen check --fix` gives an entry that lost its id the one that it was released
under, and any other one of its own.

Wrong:

    - ask: Who said that the state swelled up?
      answer: Kliuchevsky

Right:

    - id: kliuchevsky-formula
      ask: Who said that the state swelled up?
      answer: Kliuchevsky
"""

from flashgen.check.rule import Rule

MISSING_ID = Rule("missing-id", technical=True)
