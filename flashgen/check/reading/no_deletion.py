"""A cloze or a quote that hides nothing, or a deletion without words.

Nothing is left to be recalled: Anki would show the whole sentence, and an error below it (measured).

Wrong:

    cloze: The state swelled up; the people grew lean.

Right:

    cloze: The state {{swelled up}}; the people {{grew lean}}.
"""

from flashgen.check.rule import Rule

NO_DELETION = Rule("no-deletion", technical=True)
