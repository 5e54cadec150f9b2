"""A letter that the font of printed sheets does not have.

On paper there would be an empty box in its place. The font has Latin, Greek and Cyrillic letters with their accents;
write the word in these, or put it into an image.
"""

from flashgen.check.rule import Rule

NO_LETTER = Rule("no-letter", technical=True)
