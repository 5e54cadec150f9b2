"""A deck without a chapter file.

There is nothing to learn in it. Chapter files lie beside deck.yaml, and are read in the order of their names, such as
01-intro.yaml.
"""

from flashgen.check.rule import Rule

NO_CHAPTER = Rule("no-chapter", technical=True)
