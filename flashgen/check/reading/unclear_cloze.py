"""A deletion that may be a released one in other words, or a new one.

If a new deletion had the number of an old one, its card would begin with the old one's reviews; if an old one had a
new number, its reviews would be lost. Wherever a released deletion or list item is gone and new words are hidden in the
same entry, only the author knows which it is, and says so with a number. Corrections are not asked for: a typo, another
spelling, a year, words more or less.

Released:

    cloze: The state {{swelled up}}, while the people of Russia grew lean under its weight.

Wrong:

    cloze: The state {{waxed}} and {{throve}}, while the people of Russia grew lean under its weight.

Right:

    cloze: The state {{c1::waxed}} and {{throve}}, while the people of Russia grew lean under its weight.
"""

from flashgen.check.rule import Rule

UNCLEAR_CLOZE = Rule("unclear-cloze", technical=True)
