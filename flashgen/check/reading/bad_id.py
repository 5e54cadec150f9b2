"""An id that is not made of small letters, digits and single hyphens.

The history of a note hangs on its id for ever, and people read and type it: where each id has one spelling only, two
of them can never differ in a capital or an accent alone.

Wrong:

    - id: Kliuchevsky's formula
      ask: Who said that the state swelled up?
      answer: Kliuchevsky

Right:

    - id: kliuchevsky-formula
      ask: Who said that the state swelled up?
      answer: Kliuchevsky
"""

from flashgen.check.rule import Rule

BAD_ID = Rule("bad-id", technical=True)
