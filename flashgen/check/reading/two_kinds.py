"""An entry that is of two kinds.

An entry becomes one note, of one note type. What is asked in two ways is two entries.

Wrong:

    ask: Who said that the state swelled up?
    answer: Kliuchevsky
    cloze: The state {{swelled up}}; the people {{grew lean}}.

Right:

    - id: formula-author
      ask: Who said that the state swelled up?
      answer: Kliuchevsky
    - id: formula
      cloze: The state {{swelled up}}; the people {{grew lean}}.
"""

from flashgen.check.rule import Rule

TWO_KINDS = Rule("two-kinds", technical=True)
