"""A chapter about a section that the source does not have.

A chapter has its place in the deck, and its tags, from the section that it is about.

Wrong:

    # 06-chapter.yaml
    chapter: 6
    title: The second factor
    entries: []

Right:

    # 06-chapter.yaml
    chapter: VI
    title: The second factor
    entries: []
"""

from flashgen.check.rule import Rule

NO_SUCH_SECTION = Rule("no-such-section", technical=True)
