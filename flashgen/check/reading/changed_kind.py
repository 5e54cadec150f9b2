"""An entry of another kind than the one it was released as.

Another kind is another note type, and Anki does not update a note whose note type has changed (measured): learners
would keep the old card for ever. Under a new id it is a new note, and the old one is withdrawn.

Released:

    - id: barshchina
      ask: What was barshchina?
      answer: the corvée

Wrong:

    - id: barshchina
      term: barshchina
      means: the corvée

Right:

    - id: barshchina-term
      term: barshchina
      means: the corvée
"""

from flashgen.check.rule import Rule

CHANGED_KIND = Rule("changed-kind", technical=True)
