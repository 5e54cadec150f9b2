r"""A character that no text can show.

It comes with words that are copied from a PDF, cannot be seen in an editor, and Anki takes it out (measured): the
note would never be as it was written.

Wrong:

    ask: Who said that the state swelled up?
    answer: "Kliu\x02chevsky"

Right:

    ask: Who said that the state swelled up?
    answer: "Kliuchevsky"
"""

from flashgen.check.rule import Rule

CONTROL_CHARACTER = Rule("control-character", technical=True)
