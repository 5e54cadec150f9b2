"""A line that is not YAML.

Often it is an unquoted text with a colon in it, a quote that is never closed, or a line that is not indented like its
neighbours. The rest of the file cannot be read until it is mended.

Wrong:

    ask: Kliuchevsky's formula: what swelled up?
    answer: the state

Right:

    ask: "Kliuchevsky's formula: what swelled up?"
    answer: the state
"""

from flashgen.check.rule import Rule

YAML_SYNTAX = Rule("yaml-syntax", technical=True)
